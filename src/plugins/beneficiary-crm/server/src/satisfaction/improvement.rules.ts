import type {
  Effect,
  EffectFigure,
  ImprovementDetail,
  ImprovementState,
} from '../../../contracts/improvements';

/** What is measured: a question over everything, or over one service. */
export interface Theme {
  question: string;
  service: string | null;
}
export const themeKey = ({ question, service }: Theme): string => `${question}/${service ?? ''}`;

export interface ImprovementFacts {
  published: boolean;
  done_on: string | null;
  dropped_on: string | null;
}

export function improvementState({
  published,
  done_on,
  dropped_on,
}: ImprovementFacts): ImprovementState {
  if (published) return 'published';
  if (done_on !== null) return 'done';
  return dropped_on === null ? 'open' : 'dropped';
}

/** Keepers do everything; the owner writes and finishes; whom it belongs to and what is published is for keepers. */
export function mayDo(
  state: ImprovementState,
  reader: { keeper: boolean; owner: boolean },
): ImprovementDetail['may'] {
  const { keeper } = reader;
  const works = keeper || reader.owner;
  return {
    // What stands on the website is taken off it before it is changed.
    change: works && (state === 'open' || state === 'done'),
    assign: keeper && state === 'open',
    finish: works && state === 'open',
    drop: keeper && state === 'open',
    publish: keeper && state === 'done',
    withdraw: keeper && state === 'published',
  };
}

const publishedTexts = [
  ['title_ar', 'titleAr'],
  ['title_en', 'titleEn'],
  ['said_ar', 'saidAr'],
  ['said_en', 'saidEn'],
  ['result_ar', 'resultAr'],
  ['result_en', 'resultEn'],
] as const;

/** The fields of the form that are still empty, of those that the website shows in both languages. */
export const missingTexts = (
  row: Partial<Record<(typeof publishedTexts)[number][0], string | null>>,
): string[] => publishedTexts.filter(([column]) => !row[column]?.trim()).map(([, field]) => field);

/**
 * Whether two shares differ by more than chance: the 95% interval of their difference leaves out nought (Newcombe 1998,
 * method 10, from the Wilson intervals of both). Null while one of them is not known.
 */
export function changeBetween(
  before: EffectFigure | null,
  since: EffectFigure | null,
): Effect['change'] {
  const [was, is] = [before, since].map((figure) =>
    figure && figure.value !== null && figure.low !== null && figure.high !== null
      ? { value: figure.value, low: figure.low, high: figure.high }
      : null,
  );
  if (!was || !is) return null;
  const difference = is.value - was.value;
  if (difference - Math.hypot(is.value - is.low, was.high - was.value) > 0) return 'better';
  if (difference + Math.hypot(is.high - is.value, was.value - was.low) < 0) return 'worse';
  return 'chance';
}

/** A theme as it was published for a period that has ended. */
export type MeasuredTheme = Theme & { figure: EffectFigure };

/** What has been done about themes before. */
export type EarlierAction = Theme & {
  state: ImprovementState;
  /** YYYY-MM-DD */
  doneOn: string | null;
  droppedOn: string | null;
  target: number | null;
  /** the period that opened it; null: a person did */
  period: string | null;
};

export type ThemeToOpen = MeasuredTheme & { target: number };

/**
 * The themes below their target for which something is to be opened at a period's close: nothing is being done about
 * them, nothing was done or refused after the period began, and it was not opened for this period before. A theme aims
 * at what the newest action about it aimed at. What is withheld is below nothing.
 */
export function themesToOpen(
  measured: readonly MeasuredTheme[],
  /** oldest first */
  earlier: readonly EarlierAction[],
  period: string,
  usualTarget: number,
): ThemeToOpen[] {
  return measured.flatMap((theme) => {
    const about = earlier.filter((action) => themeKey(action) === themeKey(theme));
    const target = about.findLast((action) => action.target !== null)?.target ?? usualTarget;
    const { value, from } = theme.figure;
    const cared = about.some(
      ({ state, doneOn, droppedOn, period: of }) =>
        state === 'open' || of === period || (doneOn ?? droppedOn ?? '') >= from,
    );
    return value !== null && value < target && !cared ? [{ ...theme, target }] : [];
  });
}
