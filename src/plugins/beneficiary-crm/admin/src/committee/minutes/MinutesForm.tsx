import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Tabs, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { MinutesView } from '../../../../contracts/minutes';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { ScrollingTabs } from '../../ui/ScrollingTabs';
import { Tag } from '../../ui/Tag';
import { bodyOf, emptyDraft, isTouched, previewOf, shownIn } from './draft';
import type { MinutesDraft } from './draft';
import { FreeFields } from './FreeFields';
import { Sheet } from './Sheet';
import type { MinutesProps } from './SignPanel';
import { minutesTones } from './tones';

/** The free parts while they are written, and the whole as it will be read. The record itself is not written by hand. */
export function MinutesForm({ minutes: read, path, reload }: MinutesProps) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const put = useCommand('put');
  const post = useCommand();
  // What was just kept is newer than what is read until it is read again.
  const [kept, setKept] = useState<MinutesView | null>(null);
  const minutes = kept !== null && kept.edit > read.edit ? kept : read;
  const { draft, change, clear } = useDraft<MinutesDraft>(
    `minutes.${minutes.session.id}.${minutes.version}`,
    emptyDraft,
  );
  const [trouble, setTrouble] = useState<string | null>(null);
  const touched = isTouched(draft, minutes);
  const stale = touched && draft.base !== null && draft.base !== minutes.edit;
  const type = (part: Partial<MinutesDraft>) =>
    change((before) => ({ base: before.base ?? minutes.edit, ...part }));
  const drop = () => {
    change(emptyDraft);
    clear();
    setTrouble(null);
  };
  const fail = (message: string) => {
    setTrouble(message);
    reload();
  };

  /** @returns the state of the text after it; null when it was not kept */
  const keep = async (): Promise<number | null> => {
    const outcome = await put.send<MinutesView>(path, bodyOf(draft, minutes));
    if (outcome === null) return null;
    if (!outcome.ok) {
      fail(outcome.problem.message);
      return null;
    }
    setKept(outcome.data);
    drop();
    reload();
    return outcome.data.edit;
  };
  const save = async () => {
    setTrouble(null);
    if ((await keep()) !== null)
      toggleNotification({ type: 'success', message: t('minutes.kept') });
  };
  const submit = async () => {
    setTrouble(null);
    const expectedEdit = touched ? await keep() : minutes.edit;
    if (expectedEdit === null) return;
    const outcome = await post.send(`${path}/submit`, { expectedEdit });
    if (outcome === null) return;
    if (!outcome.ok) return fail(outcome.problem.message);
    toggleNotification({ type: 'success', message: t('minutes.submitted') });
    reload();
  };

  return (
    <Panel
      title={t('minutes.version', { n: minutes.version })}
      aside={<Tag tone={minutesTones[minutes.state]}>{t(`minutes.state.${minutes.state}`)}</Tag>}
    >
      <Stack>
        <Typography tag="p" textColor="neutral600">
          {t(minutes.state === 'draft' ? 'minutes.edit-explained' : 'minutes.edit-reopens')}
        </Typography>
        <Tabs.Root
          key={minutes.state}
          defaultValue={minutes.state === 'draft' ? 'write' : 'read'}
          variant="simple"
        >
          <ScrollingTabs>
            <Tabs.List aria-label={t('minutes.title')}>
              <Tabs.Trigger value="write">{t('minutes.tab.write')}</Tabs.Trigger>
              <Tabs.Trigger value="read">{t('minutes.tab.read')}</Tabs.Trigger>
            </Tabs.List>
          </ScrollingTabs>
          <Tabs.Content value="write">
            <FreeFields
              parts={shownIn(draft, minutes)}
              minutes={minutes}
              draft={draft}
              type={type}
            />
          </Tabs.Content>
          <Tabs.Content value="read">
            <Sheet minutes={previewOf(draft, minutes)} />
          </Tabs.Content>
        </Tabs.Root>
        {(trouble ?? stale) && (
          <Typography tag="p" role="alert" textColor="danger700">
            {stale ? t('minutes.stale') : trouble}
          </Typography>
        )}
        <Flex gap={2} wrap="wrap">
          <Button
            size="L"
            variant="secondary"
            disabled={!touched}
            loading={put.busy}
            onClick={() => void save()}
          >
            {t('minutes.keep')}
          </Button>
          {minutes.may.submit && (
            <Button size="L" loading={post.busy} onClick={() => void submit()}>
              {t('minutes.submit')}
            </Button>
          )}
          {touched && (
            <Button size="L" variant="tertiary" onClick={drop}>
              {t('minutes.drop')}
            </Button>
          )}
        </Flex>
        {minutes.may.submit && (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('minutes.submit-explained')}
          </Typography>
        )}
      </Stack>
    </Panel>
  );
}
