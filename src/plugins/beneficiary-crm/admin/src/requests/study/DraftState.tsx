import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { StudyDesk } from '../../../../contracts/study';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import type { useStudyDraft } from './useStudyDraft';

interface Props {
  state: ReturnType<typeof useStudyDraft>['state'];
  theirs: NonNullable<StudyDesk['writing']>['draft'];
  reload: () => void;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** Where what is typed has got to: this device, or the server; and what to do when two people wrote. */
export function DraftState({ state, theirs, reload, takeTheirs, keepMine }: Props) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const { conflict, refused, problem, savedAt, dirty, online } = state;
  if (conflict && theirs)
    return (
      <Box background="warning100" hasRadius padding={4} role="alert">
        <Flex direction="column" alignItems="start" gap={3}>
          <Typography tag="p" textColor="warning700">
            {t('study.draft-conflict', { by: theirs.savedBy, at: dayAndTime(theirs.savedAt) })}
          </Typography>
          <Flex gap={2} wrap="wrap">
            <Button type="button" variant="secondary" onClick={takeTheirs}>
              {t('study.take-theirs')}
            </Button>
            <Button type="button" variant="tertiary" onClick={keepMine}>
              {t('study.keep-mine')}
            </Button>
          </Flex>
        </Flex>
      </Box>
    );
  if (refused && problem)
    return (
      <Box background="danger100" hasRadius padding={4} role="alert">
        <Flex direction="column" alignItems="start" gap={3}>
          <Typography tag="p" textColor="danger700">
            {problem.message}
          </Typography>
          <Button type="button" variant="secondary" onClick={reload}>
            {t('study.see-newest')}
          </Button>
        </Flex>
      </Box>
    );
  const words =
    !online || problem
      ? t('study.draft-offline')
      : dirty
        ? t('study.draft-saving')
        : savedAt
          ? t('study.draft-saved')
          : t('study.draft-hint');
  return (
    <Typography tag="p" role="status" textColor={problem ? 'warning700' : 'neutral600'}>
      {words}
      {!dirty && savedAt && (
        <>
          {' '}
          <Bdi>{dayAndTime(savedAt)}</Bdi>
        </>
      )}
    </Typography>
  );
}
