import { useQuery } from '@tanstack/react-query';
import { helpArticleQuery } from '../../api/support.ts';
import { useLanguage } from '../../app/use-language.ts';

/** The title of an article; null until it is there. */
export function useArticleTitle(slug: string): string | null {
  return useQuery(helpArticleQuery(slug, useLanguage())).data?.title ?? null;
}
