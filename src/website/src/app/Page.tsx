import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../texts/i18n';
import { arrive, usePlace } from './router';

interface Title {
  title: string;
  /** The title belongs to what was asked for, not to the waiting. */
  ready?: boolean;
  wrong?: boolean;
}

/** Names the page in the browser and brings the reader to its heading; returns the heading's ref. */
export function useTitle({ title, ready = true, wrong = false }: Title) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { href } = usePlace();
  useEffect(() => {
    const shown = wrong ? t('site.error', { title }) : title;
    document.title = `${shown} · ${t('site.name')}`;
  }, [title, wrong]);
  useEffect(() => {
    // A summary of mistakes takes the focus for itself.
    if (ready) arrive(wrong ? null : heading.current);
  }, [href, ready]);
  return heading;
}

interface PageProps extends Title {
  lead?: ComponentChildren;
  caption?: ComponentChildren;
  wide?: boolean;
  children?: ComponentChildren;
}

export function Page({ lead, caption, wide, children, ...title }: PageProps) {
  const heading = useTitle(title);
  return (
    <div class={wide ? 'page wide' : 'page'}>
      {caption && <p class="caption">{caption}</p>}
      <h1 tabIndex={-1} ref={heading}>
        {title.title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </div>
  );
}
