import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AllowedAction, RequestDetail } from '../../../../contracts/admin';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { transitions } from '../../../../server/src/policy/transitions.policy';
import { useCommand, useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PlainDialog } from '../../ui/PlainDialog';
import { RowList } from '../../ui/RowList';
import { Show } from '../../ui/States';
import { ActionDialog } from '../actions/ActionDialog';
import { immediate } from '../actions/forms';
import { SignDialog } from '../actions/SignDialog';

interface Props {
  id: string;
  name: string;
  close: () => void;
  /** the request may have another status now */
  moved: () => void;
}

/** Where the table leads: a status, or null where that depends on what was decided or asked before. */
const statusAfter = (request: RequestDetail, action: RequestAction): string | null => {
  const row = transitions.find(
    (one) =>
      one.action === action &&
      one.kinds.includes(request.kind) &&
      one.from.includes(request.status),
  );
  return !row || ['same', 'resume', 'outcome'].includes(row.to) ? null : row.to;
};

/** What can be done next with a request, said before it is done: a card is never moved by a slip of the hand. */
export function MoveDialog({ id, name, close, moved }: Props) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const request = useCrm<RequestDetail>(`/requests/${encodeURIComponent(id)}`);
  const { send, busy } = useCommand();
  const [asked, setAsked] = useState<RequestAction | null>(null);
  const done = () => {
    moved();
    close();
  };

  const act = async (action: RequestAction, version: number) => {
    if (!immediate.has(action)) return setAsked(action);
    const outcome = await send(`/requests/${id}/actions/${action}`, { expectedVersion: version });
    if (outcome === null) return;
    toggleNotification(
      outcome.ok
        ? { type: 'success', message: t('action.done', { action: word('action', action) }) }
        : { type: 'warning', message: outcome.problem.message },
    );
    if (outcome.ok) return done();
    request.reload();
    moved();
  };

  const { data } = request;
  if (asked && data) {
    // Someone else was faster: the form stays open over the newest state, with what was typed.
    const reload = () => {
      request.reload();
      moved();
    };
    return asked === 'sign_declaration' ? (
      <SignDialog request={data} close={close} reload={reload} />
    ) : (
      <ActionDialog request={data} action={asked} close={close} reload={reload} />
    );
  }
  return (
    <PlainDialog title={t('board.next-steps')} close={close}>
      <Typography tag="p" fontWeight="bold" paddingBottom={2}>
        <Bdi>{name}</Bdi>
        {data && ` · ${word('status', data.status)}`}
      </Typography>
      <Show from={request} lines={4}>
        {(loaded) => (
          <Steps request={loaded} busy={busy} act={(action) => void act(action, loaded.version)} />
        )}
      </Show>
    </PlainDialog>
  );
}

interface StepsProps {
  request: RequestDetail;
  busy: boolean;
  act: (action: RequestAction) => void;
}

function Steps({ request, busy, act }: StepsProps) {
  const { t, word } = useWords();
  // Each item of the checklist is judged on the request's own page.
  const actions = request.actions
    .filter(({ action }) => action !== 'check_item')
    .sort((a, b) => Number(b.primary) - Number(a.primary));
  if (actions.length === 0) return <Typography tag="p">{t('board.no-steps')}</Typography>;
  return (
    <RowList<AllowedAction> items={actions} idOf={({ action }) => action}>
      {({ action, primary, allowed, refusals }) => {
        const to = statusAfter(request, action);
        return (
          <Flex direction="column" alignItems="start" gap={1}>
            <Button
              variant={primary ? 'default' : 'secondary'}
              disabled={!allowed || busy}
              onClick={() => act(action)}
            >
              {word('action', action)}
            </Button>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t(`ask.${action}`)}
              {to && ` ${t('board.becomes', { status: word('status', to) })}`}
            </Typography>
            {refusals.map(({ code, message }) => (
              <Typography key={code} tag="p" variant="pi" textColor="warning700">
                {message}
              </Typography>
            ))}
          </Flex>
        );
      }}
    </RowList>
  );
}
