import { expect, test } from 'vitest';
import { detailsChange, rebaseDetails } from './details-draft.ts';

const base = { displayName: 'Callum Mercer', businessEmail: 'callum@mercer.example' };

test('only what was typed is a change, so that nothing is put back that somebody else mended', () => {
  expect(detailsChange(base, { ...base, displayName: 'Callum J. Mercer ' })).toEqual({
    displayName: 'Callum J. Mercer',
  });
  expect(detailsChange(base, base)).toEqual({});
});

test('on a newer state what was typed stays, and the rest shows what is there now', () => {
  const now = { displayName: 'C. Mercer', businessEmail: 'desk@mended.example' };
  expect(rebaseDetails(base, now, { ...base, displayName: 'Callum J. Mercer' })).toEqual({
    displayName: 'Callum J. Mercer',
    businessEmail: 'desk@mended.example',
  });
});
