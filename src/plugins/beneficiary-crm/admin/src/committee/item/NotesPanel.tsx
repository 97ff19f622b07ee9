import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { AreaField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { useNotes } from './useNotes';

/** What a member writes for the own use. It saves itself, and nobody else ever reads it. */
export function NotesPanel({ path, item }: { path: string; item: string }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const notes = useNotes(path, item);
  const { state, savedAt, theirs, problem } = notes;
  // Who may read the item and has no seat on it has no notes either.
  if (notes.loaded.problem?.status === 403) return null;
  return (
    <Panel title={t('notes.title')}>
      <Show from={notes.loaded} lines={3}>
        {() => (
          <Stack>
            <AreaField
              name="notes"
              label={t('notes.label')}
              hint={t('notes.hint')}
              value={notes.text}
              maxLength={10_000}
              change={notes.type}
              error={state === 'refused' ? problem?.message : undefined}
            />
            {theirs ? (
              <Box background="warning100" hasRadius padding={4} role="alert">
                <Flex direction="column" alignItems="start" gap={3}>
                  <Typography tag="p" textColor="warning700">
                    {t('notes.conflict')}
                  </Typography>
                  <Prose>{theirs.text}</Prose>
                  <Flex gap={2} wrap="wrap">
                    <Button variant="secondary" onClick={notes.takeTheirs}>
                      {t('notes.take-theirs')}
                    </Button>
                    <Button variant="tertiary" onClick={notes.keepMine}>
                      {t('notes.keep-mine')}
                    </Button>
                  </Flex>
                </Flex>
              </Box>
            ) : (
              state !== 'refused' && (
                <Typography tag="p" variant="pi" role="status" textColor="neutral600">
                  {state === 'saved' && !savedAt ? '' : t(`notes.${state}`)}{' '}
                  {state === 'saved' && savedAt && <Bdi>{dayAndTime(savedAt)}</Bdi>}
                </Typography>
              )
            )}
          </Stack>
        )}
      </Show>
    </Panel>
  );
}
