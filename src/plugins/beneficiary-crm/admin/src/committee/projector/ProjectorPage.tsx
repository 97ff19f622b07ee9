import { Page } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useParams } from 'react-router-dom';
import type { ProjectorView } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Show } from '../../ui/States';
import { useSessionWords } from '../sessions/useSessionWords';
import { beside, onWall } from './wall';
import { AgendaOnWall } from './AgendaOnWall';
import { ItemOnWall } from './ItemOnWall';
import { Columns, Foot, Wall } from './surface';
import { WallHead } from './WallHead';

/** milliseconds */
const refreshEvery = 4_000;

/**
 * The session on the wall of the room: over the whole window, to be read from the last row, by itself. It says no
 * name of an applicant, and no choice of anybody.
 */
export function ProjectorPage() {
  const { t } = useWords();
  const { session: id = '' } = useParams();
  const view = useCrm<ProjectorView>(`/sessions/${encodeURIComponent(id)}/projector`);
  const { reload } = view;
  useEffect(() => {
    const timer = setInterval(reload, refreshEvery);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <Page.Main>
      <Page.Title>{t('projector.title')}</Page.Title>
      <Show from={view} lines={6}>
        {(loaded) => <OnWall id={id} view={loaded} live={view.problem === null} />}
      </Show>
    </Page.Main>
  );
}

interface Props {
  id: string;
  view: ProjectorView;
  /** the last question was answered */
  live: boolean;
}

function OnWall({ id, view, live }: Props) {
  const { t, dir } = useWords();
  const words = useSessionWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const wall = useRef<HTMLDivElement>(null);
  useEffect(() => wall.current?.focus(), []);
  const shown = onWall(view, chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    const onwards = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === onwards || event.key === 'PageDown') setChosen(beside(view.items, shown, 1));
    else if (event.key === back || event.key === 'PageUp') setChosen(beside(view.items, shown, -1));
    else if (event.key === 'Home') setChosen(null);
    else return;
    event.preventDefault();
  };
  return (
    <Wall ref={wall} dir={dir} tabIndex={-1} onKeyDown={onKeyDown} data-testid="wall">
      <WallHead
        id={id}
        title={words.title(view)}
        committee={view.committeeName}
        day={words.day(view)}
        details={words.details(view)}
        fullScreen={() => void wall.current?.requestFullscreen()}
      />
      <Columns>
        <ItemOnWall item={shown} of={view.items.length} />
        <AgendaOnWall items={view.items} shown={shown?.id ?? null} choose={setChosen} />
      </Columns>
      <Foot>
        <span>{t('projector.attendance', { present: view.present, members: view.members })}</span>
        {chosen !== null && (
          <button type="button" onClick={() => setChosen(null)}>
            {t('projector.follow')}
          </button>
        )}
        <span role="status">{live ? '' : t('projector.not-live')}</span>
      </Foot>
    </Wall>
  );
}
