/** Which questions of a survey a person is asked. The server, the website and the panel go by this one rule. */

/** The question is asked when the earlier one `key` was answered with one of `answers`. */
export interface AskedIf {
  key: string;
  answers: readonly number[];
}

interface Asked {
  key: string;
  askedIf?: AskedIf | null;
}

/**
 * The questions that are asked, given what was answered. One that hangs on a question which is not asked itself is
 * not asked either. Surveys that were frozen before there were branches have none.
 */
export function askedOf<Question extends Asked>(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): Question[] {
  const asked = new Set<string>();
  return questions.filter(({ key, askedIf = null }) => {
    const answer = askedIf && given[askedIf.key];
    const shown =
      askedIf === null ||
      (asked.has(askedIf.key) && typeof answer === 'number' && askedIf.answers.includes(answer));
    if (shown) asked.add(key);
    return shown;
  });
}
