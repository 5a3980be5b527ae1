import { describe, expect, it } from 'vitest';
import { receiptText, type Submission } from './receipt.ts';

const sent: Submission = {
  entry: '0199a7b2-0000-7000-8000-000000000001',
  number: 'SVC-001',
  title: 'Nine rings',
  nominee: 'Orla Tennant',
  body: 'We answer by the ninth ring.',
  nomineeKind: null,
  nominator: null,
  rules: 3,
  answers: {},
  files: [],
  submittedAt: new Date('2026-03-10T09:00:00Z'),
};

describe('the text of a receipt', () => {
  it('is canonical JSON of what was said, and of nothing else', () => {
    expect(receiptText(sent)).toBe(
      '{"body":"We answer by the ninth ring.","entry":"0199a7b2-0000-7000-8000-000000000001","files":[],"nominee":"Orla Tennant","number":"SVC-001","submittedAt":"2026-03-10T09:00:00.000Z","title":"Nine rings"}',
    );
  });

  it('names the rules it answered by as soon as there are answers', () => {
    expect(JSON.parse(receiptText({ ...sent, answers: { why: 'It rang.' } }))).toMatchObject({ rules: 3, answers: { why: 'It rang.' } });
  });

  it('differs by every part of a submission', () => {
    const file = { name: 'log.pdf', sha256: 'a'.repeat(64), bytes: 9, field: null };
    const others: Partial<Submission>[] = [
      { title: 'Ten rings' },
      { nominee: 'Someone else' },
      { body: '' },
      { number: 'SVC-002' },
      { nomineeKind: 'person' },
      { nominator: 'customer' },
      { answers: { why: '' } },
      { answers: { why: '' }, rules: 4 },
      { files: [file] },
      { files: [{ ...file, bytes: 10 }] },
      { files: [{ ...file, field: 'proof' }] },
      { files: [{ ...file, sha256: 'b'.repeat(64) }] },
      { submittedAt: new Date('2026-03-10T09:00:00.001Z') },
    ];
    expect(new Set([sent, ...others.map((other) => ({ ...sent, ...other }))].map(receiptText)).size).toBe(others.length + 1);
  });
});
