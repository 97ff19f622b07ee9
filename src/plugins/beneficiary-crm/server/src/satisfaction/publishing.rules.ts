import { isDeepStrictEqual } from 'node:util';
import type { PublishingFault, PublishingRule, Version } from '../kernel/publishing';
import { surveyUid } from './content-types';

interface Question {
  key: string;
  type: string;
  text: string;
  optional: boolean;
}

const asked = (version: Version) =>
  (version.questions as Question[]).map(({ key, type, text, optional }) => ({
    key,
    type,
    text,
    optional,
  }));

/** Answers to two wordings cannot be counted together: a changed question is a new version (O5). */
export function surveyFault(draft: Version, published: Version | null): PublishingFault | null {
  const keys = asked(draft).map((question) => question.key);
  const key = keys.find((name, place) => keys.indexOf(name) !== place);
  if (key !== undefined) return { code: 'key_twice', params: { key } };
  const changed =
    published !== null &&
    published.version === draft.version &&
    !isDeepStrictEqual(asked(draft), asked(published));
  return changed ? { code: 'same_version', params: { version: String(draft.version) } } : null;
}

export const publishing: readonly PublishingRule[] = [
  {
    uid: surveyUid,
    populate: { questions: true },
    unique: ['slug', 'version'],
    fault: surveyFault,
  },
];
