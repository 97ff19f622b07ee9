import type { ComponentChildren } from 'preact';
import { locale, t } from '../texts/i18n';
import { hijriDay, isLaterDay, longDay, shortDay } from './dates';

/** A reference, code, phone, amount or number, kept left to right inside any line. */
export function Ltr({
  children,
  ...rest
}: {
  children: ComponentChildren;
  'data-testid'?: string;
}) {
  return (
    <bdi dir="ltr" {...rest}>
      {children}
    </bdi>
  );
}

/** A day in both calendars; a `plain` one, where no one plans by it, in one. */
export function Day({ at, plain = false }: { at: string | Date; plain?: boolean }) {
  const when = new Date(at);
  return (
    <time dateTime={when.toISOString()}>
      <bdi>{(plain ? shortDay : longDay)(when, locale())}</bdi>
      {!plain && (
        <>
          {' '}
          <small class="hijri">
            (<bdi>{hijriDay(when, locale())}</bdi>)
          </small>
        </>
      )}
    </time>
  );
}

/** The two dates of a promised reply; the first is said while it is still ahead. */
export function PromiseRange({
  earliest,
  latest,
}: {
  earliest: string | Date;
  latest: string | Date;
}) {
  return (
    <dl class="promise">
      {isLaterDay(new Date(earliest), new Date()) && (
        <div>
          <dt>{t('promise.from')}</dt>
          <dd>
            <Day at={earliest} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('promise.until')}</dt>
        <dd>
          <Day at={latest} />
        </dd>
      </div>
    </dl>
  );
}

export function Phone({ number }: { number: string }) {
  return (
    <a class="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      <Ltr>{number}</Ltr>
    </a>
  );
}

/** Plain text of an editor: an empty line parts paragraphs, a line starting with a dash is an item. */
export function Prose({ text }: { text: string }) {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== '');
  return (
    <div class="prose">
      {blocks.map((block) => {
        const lines = block.split('\n').filter((line) => line.trim() !== '');
        if (!lines.every((line) => /^\s*[-•]\s/.test(line))) return <p>{block}</p>;
        return (
          <ul>
            {lines.map((line) => (
              <li>{line.replace(/^\s*[-•]\s+/, '')}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}

/** An arrow towards the end of the line, whichever side that is. */
export function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="M5 12h13m-6-6 6 6-6 6" />
    </svg>
  );
}
