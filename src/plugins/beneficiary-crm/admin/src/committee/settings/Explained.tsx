import { Typography } from '@strapi/design-system';
import type { RulesExplained } from '../../../../contracts/committee';
import { useWords } from '../../app/words';
import { Prose, Stack } from '../../ui/Prose';

/** A rule in a sentence, and an example of it. */
export function Explained({ explained }: { explained: RulesExplained | null }) {
  const { t } = useWords();
  if (explained === null) return <Typography tag="p">{t('common.loading')}</Typography>;
  return (
    <Stack>
      <Prose>{explained.sentence}</Prose>
      <Prose>{explained.example}</Prose>
    </Stack>
  );
}
