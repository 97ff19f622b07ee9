import { Typography } from '@strapi/design-system';
import type { RulesView } from '../../../contracts/committee';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { ruleSentences } from './sentences';

/** The rules by which this committee decides, in plain sentences. */
export function Rules({ rules }: { rules: RulesView }) {
  const { t } = useWords();
  return (
    <Panel title={t('rule.title')}>
      <Stack>
        {ruleSentences(rules).map(({ key, values }) => (
          <Typography key={key} tag="p">
            {t(key, values)}
          </Typography>
        ))}
      </Stack>
    </Panel>
  );
}
