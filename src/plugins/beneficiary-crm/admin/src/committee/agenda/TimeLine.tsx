import { Box, Typography } from '@strapi/design-system';
import { useWords } from '../../app/words';
import type { TimeUsed } from './order';

interface Props {
  time: TimeUsed;
  /** what can be done about an agenda that is too long */
  advice: string;
}

/** How much of the session's time the agenda takes; when it is too much, what can be done. */
export function TimeLine({ time: { used, available, over }, advice }: Props) {
  const { t } = useWords();
  const minutes = (n: number) => t('agenda.minutes', { n });
  return (
    <Box
      role="status"
      padding={3}
      hasRadius
      background={over > 0 ? 'warning100' : 'neutral100'}
      data-testid="agenda-time"
    >
      <Typography tag="p" fontWeight="bold" textColor={over > 0 ? 'warning700' : 'neutral800'}>
        {available === null
          ? t('agenda.time-unlimited', { used: minutes(used) })
          : t('agenda.time', { used: minutes(used), available: minutes(available) })}
      </Typography>
      {over > 0 && (
        <Typography tag="p">
          {t('agenda.over', { over: minutes(over) })} {advice}
        </Typography>
      )}
    </Box>
  );
}
