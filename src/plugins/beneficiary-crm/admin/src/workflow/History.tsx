import { Typography } from '@strapi/design-system';
import type { WorkflowVersionView } from '../../../contracts/workflow';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Prose, Stack } from '../ui/Prose';
import { RowList } from '../ui/RowList';
import { useSettingWords } from './useSettingWords';

/** Every version that was kept: who, when, why, and what changed in it. */
export function History({ versions }: { versions: readonly WorkflowVersionView[] }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const { nameOf, valueOf } = useSettingWords();
  return (
    <Panel title={t('workflow.history')}>
      {versions.length === 0 && <Typography tag="p">{t('workflow.history-empty')}</Typography>}
      <RowList items={versions} idOf={({ version }) => version} step={5}>
        {({ by, at, reason, changes }) => (
          <Stack>
            <Typography tag="p" textColor="neutral600">
              <Bdi>{dayAndTime(at)}</Bdi>
              {' · '}
              <Bdi>{by}</Bdi>
            </Typography>
            <Prose>{reason}</Prose>
            <ul style={{ paddingInlineStart: '2rem', listStyle: 'disc' }}>
              {changes.map(({ setting, before, after }) => (
                <Typography key={setting} tag="li">
                  {t('workflow.changed-from-to', {
                    setting: nameOf(setting),
                    before: valueOf(setting, before),
                    after: valueOf(setting, after),
                  })}
                </Typography>
              ))}
            </ul>
          </Stack>
        )}
      </RowList>
    </Panel>
  );
}
