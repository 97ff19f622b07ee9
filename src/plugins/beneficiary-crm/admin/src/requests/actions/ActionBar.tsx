import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, SimpleMenu, MenuItem, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import type { AllowedAction, RequestDetail } from '../../../../contracts/admin';
import type { RequestAction } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Changes } from '../checking/Changes';
import { useAct } from '../checking/useAct';
import { ActionDialog } from './ActionDialog';
import { AppealDialog } from './AppealDialog';
import { immediate, inOwnPlace } from './forms';
import { SignDialog } from './SignDialog';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** The one next step as the main button, with the reasons beside it when it is refused; the rest in a menu. */
export function ActionBar({ request, reload }: Props) {
  const { t, word } = useWords();
  const { toggleNotification } = useNotification();
  const { act: step, busy, changes } = useAct(request, reload);
  const [, setSearch] = useSearchParams();
  const { state } = useLocation();
  const [open, setOpen] = useState<RequestAction | null>(null);
  const actions = request.actions.filter(({ action }) => !inOwnPlace.has(action));
  const main = actions.find(({ primary }) => primary);
  const others = actions.filter((other) => other !== main);

  const act = async (action: RequestAction) => {
    // Long work has a place of its own, not a dialog.
    if (action === 'write_study') return setSearch({ tab: 'study' }, { replace: true, state });
    if (!immediate.has(action)) return setOpen(action);
    const outcome = await step(action);
    if (outcome === null || (!outcome.ok && outcome.problem.code === 'error.version_conflict'))
      return;
    toggleNotification(
      outcome.ok
        ? { type: 'success', message: t('action.done', { action: word('action', action) }) }
        : { type: 'warning', message: outcome.problem.message },
    );
  };

  // A dialog that is open stays, whatever became of its step: what was typed in it is not lost.
  if (actions.length === 0 && open === null) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Changes changes={changes} />
      <Flex gap={2} wrap="wrap">
        {main && (
          <Button
            size="L"
            disabled={!main.allowed}
            loading={busy}
            onClick={() => void act(main.action)}
          >
            {word('action', main.action)}
          </Button>
        )}
        {others.length > 0 && (
          <SimpleMenu label={t('request.other-actions')} variant="secondary" size="L">
            {others.map((other) => (
              <OtherAction key={other.action} of={other} act={() => void act(other.action)} />
            ))}
          </SimpleMenu>
        )}
      </Flex>
      {main && !main.allowed && (
        <Flex
          tag="ul"
          direction="column"
          alignItems="start"
          gap={1}
          style={{ paddingInlineStart: '2rem' }}
        >
          {main.refusals.map(({ code, message }) => (
            <Typography key={code} tag="li" textColor="warning700" style={{ listStyle: 'disc' }}>
              {message}
            </Typography>
          ))}
        </Flex>
      )}
      {open === 'sign_declaration' && (
        <SignDialog request={request} close={() => setOpen(null)} reload={reload} />
      )}
      {open === 'appeal' && (
        <AppealDialog request={request} close={() => setOpen(null)} reload={reload} />
      )}
      {open && open !== 'sign_declaration' && open !== 'appeal' && (
        <ActionDialog
          key={open}
          request={request}
          action={open}
          close={() => setOpen(null)}
          reload={reload}
        />
      )}
    </Flex>
  );
}

function OtherAction({ of, act }: { of: AllowedAction; act: () => void }) {
  const { word } = useWords();
  return (
    <MenuItem disabled={!of.allowed} onSelect={act}>
      <Flex direction="column" alignItems="start" maxWidth="36rem">
        <span>{word('action', of.action)}</span>
        {of.refusals.map(({ code, message }) => (
          <Typography key={code} variant="pi" textColor="neutral600" tag="span">
            {message}
          </Typography>
        ))}
      </Flex>
    </MenuItem>
  );
}
