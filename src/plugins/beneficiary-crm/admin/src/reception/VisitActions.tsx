import { useNotification } from '@strapi/strapi/admin';
import { Button, LinkButton } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { AnswerDialog } from './AnswerDialog';
import { AskDialog } from './AskDialog';
import { EndDialog } from './EndDialog';
import { EvaluateDialog } from './EvaluateDialog';
import { NoteDialog } from './NoteDialog';
import type { VisitProps } from './VisitPanel';

const Buttons = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${({ theme }) => theme.spaces[2]};

  & > * {
    min-block-size: 4rem;
  }
`;

/** Everything that can be done for who stands at the desk; what comes next is the one primary button. */
export function VisitActions({ visit, reload }: VisitProps) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const mayReceive = usePermission('requests.receive');
  const [open, setOpen] = useState<
    'answer' | 'researcher' | 'editors' | 'note' | 'evaluate' | 'end' | null
  >(null);
  const close = () => setOpen(null);
  const starts = visit.steps.includes('start');
  const ends = visit.steps.includes('served');
  const again = visit.state !== 'arrived';

  const start = async () => {
    const outcome = await send(`/visits/${visit.id}/start`, { expectedVersion: visit.version });
    if (outcome === null) return;
    if (!outcome.ok) toggleNotification({ type: 'warning', message: outcome.problem.message });
    reload();
  };

  return (
    <>
      <Buttons>
        {starts && (
          <Button variant={again ? 'tertiary' : 'default'} loading={busy} onClick={start}>
            {t(again ? 'visit.resume' : 'visit.start')}
          </Button>
        )}
        <Button
          variant={visit.state === 'being_served' ? 'default' : 'secondary'}
          onClick={() => setOpen('answer')}
        >
          {t('visit.answer')}
        </Button>
        <Button variant="secondary" onClick={() => setOpen('researcher')}>
          {t('visit.ask-researcher')}
        </Button>
        <Button variant="secondary" onClick={() => setOpen('note')}>
          {t('visit.note')}
        </Button>
        {mayReceive && (
          <LinkButton
            tag={NavLink}
            to={paths.newRequestOf(visit.id, visit.person?.id)}
            variant="secondary"
          >
            {t('visit.new-request')}
          </LinkButton>
        )}
        {(visit.state === 'being_served' || visit.state === 'served') && (
          <Button variant="tertiary" onClick={() => setOpen('evaluate')}>
            {t('visit.evaluate')}
          </Button>
        )}
        {ends && (
          <Button variant="tertiary" onClick={() => setOpen('end')}>
            {t('visit.end')}
          </Button>
        )}
      </Buttons>
      {open === 'answer' && (
        <AnswerDialog visit={visit} close={close} reload={reload} unanswered={setOpen} />
      )}
      {(open === 'researcher' || open === 'editors') && (
        <AskDialog audience={open} visit={visit} close={close} reload={reload} />
      )}
      {open === 'note' && <NoteDialog visit={visit} close={close} reload={reload} />}
      {open === 'evaluate' && <EvaluateDialog visit={visit} close={close} />}
      {open === 'end' && <EndDialog visit={visit} close={close} reload={reload} />}
    </>
  );
}
