import { Box, Typography } from '@strapi/design-system';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import type { Happened } from './changes';

/** What somebody else did meanwhile, and that nothing typed is lost. Nothing where nobody was faster. */
export function Changes({ changes }: { changes: Happened[] | null }) {
  const { t } = useWords();
  const { time } = useFormats();
  if (changes === null) return null;
  return (
    <Box
      role="alert"
      padding={4}
      hasRadius
      background="warning100"
      borderColor="warning200"
      borderStyle="solid"
      borderWidth="1px"
    >
      <Typography tag="p" fontWeight="bold" textColor="warning700">
        {t('changes.title')}
      </Typography>
      <ul>
        {changes.map(({ seq, text, detail, actor, at }) => (
          <Typography key={seq} tag="li" textColor="neutral800">
            <Bdi>{actor}</Bdi>
            {': '}
            {text}
            {detail && (
              <>
                {' — '}
                <Bdi>{detail}</Bdi>
              </>
            )}
            {' · '}
            <Bdi>{time(at)}</Bdi>
          </Typography>
        ))}
      </ul>
      <Typography tag="p" textColor="neutral800">
        {t(changes.length === 0 ? 'changes.reading' : 'changes.kept')}
      </Typography>
    </Box>
  );
}
