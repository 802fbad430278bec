import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signWebhook, webhookSecret } from './webhook-signature.ts';

test('the test vector that Standard Webhooks publish is signed as they say', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestampSeconds: 1_614_265_330,
    body: '{"test": 2432232314}',
  };
  expect(signWebhook([secret], message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('with two secrets a receiver that knows either of them takes it, and one that knows neither does not', () => {
  const [now, before, other] = [1, 2, 3].map((byte) => webhookSecret(Buffer.alloc(32, byte)));
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  const body = '{"displayName":"Zoë Lindström"}';
  const headers = {
    'webhook-id': 'one',
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signWebhook([String(now), String(before)], { id: 'one', timestampSeconds, body }),
  };
  for (const secret of [now, before]) {
    expect(new Webhook(String(secret)).verify(body, headers)).toEqual({ displayName: 'Zoë Lindström' });
  }
  expect(() => new Webhook(String(other)).verify(body, headers)).toThrow('No matching signature');
  expect(() => new Webhook(String(now)).verify(`${body} `, headers)).toThrow('No matching signature');
});
