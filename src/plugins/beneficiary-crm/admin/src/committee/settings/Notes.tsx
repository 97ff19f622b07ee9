import { Box, Typography } from '@strapi/design-system';
import { useWords } from '../../app/words';

/** An item of the committee is open: its rules and seats wait. */
export function LockedNote() {
  const { t } = useWords();
  return (
    <Box background="warning100" padding={4} hasRadius>
      <Typography tag="p" fontWeight="bold" textColor="warning700">
        {t('committees.locked')}
      </Typography>
      <Typography tag="p">{t('committees.locked-explained')}</Typography>
    </Box>
  );
}

/** Why the committee cannot sit as it stands. */
export function Faults({ faults }: { faults: readonly string[] }) {
  const { t } = useWords();
  if (faults.length === 0) return null;
  return (
    <Box background="danger100" padding={4} hasRadius>
      <Typography tag="p" fontWeight="bold" textColor="danger700">
        {t('committees.faults')}
      </Typography>
      <ul style={{ paddingInlineStart: '2rem', listStyle: 'disc' }}>
        {faults.map((fault) => (
          <Typography key={fault} tag="li">
            {fault}
          </Typography>
        ))}
      </ul>
    </Box>
  );
}
