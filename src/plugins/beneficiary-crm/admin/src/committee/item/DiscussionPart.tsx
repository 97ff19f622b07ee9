import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { styled } from 'styled-components';
import type { Discussion } from '../../../../contracts/deliberation';
import { useCommand, useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useLive } from '../../app/useLive';
import { useOnceKey } from '../../app/useOnceKey';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { AreaField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';

const Remarks = styled.ol`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[4]};

  li {
    padding-inline-start: ${({ theme }) => theme.spaces[3]};
    border-inline-start: 3px solid ${({ theme }) => theme.colors.neutral200};
  }
  li[data-mine] {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** What the members write to each other on the item: read after one's own vote, or from the start. */
export function DiscussionPart({ path, item }: { path: string; item: string }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const discussion = useCrm<Discussion>(`${path}/discussion`);
  useLive(discussion.reload);
  return (
    <Panel title={t('discussion.title')}>
      <Show from={discussion} lines={4}>
        {({ remarks, readsOthers, mayWrite }) => (
          <Stack>
            {!readsOthers && <Typography tag="p">{t('discussion.after-vote')}</Typography>}
            {remarks.length === 0 ? (
              readsOthers && (
                <Typography tag="p" textColor="neutral600">
                  {t('discussion.empty')}
                </Typography>
              )
            ) : (
              <Remarks aria-label={t('discussion.title')}>
                {remarks.map(({ id, me, name, at, text }) => (
                  <li key={id} data-mine={me || undefined}>
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      <Bdi>{name}</Bdi>
                      {me && ` (${t('session.me')})`}
                      {' · '}
                      <Bdi>{dayAndTime(at)}</Bdi>
                    </Typography>
                    <Prose>{text}</Prose>
                  </li>
                ))}
              </Remarks>
            )}
            {mayWrite && <RemarkForm path={path} item={item} done={discussion.reload} />}
          </Stack>
        )}
      </Show>
    </Panel>
  );
}

function RemarkForm({ path, item, done }: { path: string; item: string; done: () => void }) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const name = `${item}.remark`;
  const once = useOnceKey(name);
  const { draft, change, clear } = useDraft(name, { text: '' });
  const [error, setError] = useState<string | undefined>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = draft.text.trim();
    if (text === '') return setError(t('form.error.required'));
    const body = { text };
    const outcome = await send(`${path}/discussion`, body, once.headersFor(body));
    if (outcome === null) return undefined;
    if (!outcome.ok) {
      const { status, fields, message } = outcome.problem;
      return setError(status === null ? t('delivery.kept-here') : (fields.text ?? message));
    }
    setError(undefined);
    once.done();
    change({ text: '' });
    clear();
    return done();
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <AreaField
          name="remark"
          label={t('discussion.label')}
          hint={t('discussion.hint')}
          required
          value={draft.text}
          maxLength={5_000}
          change={(text) => change({ text })}
          error={error}
        />
        <Flex>
          <Button type="submit" variant="secondary" loading={busy}>
            {t('discussion.send')}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}
