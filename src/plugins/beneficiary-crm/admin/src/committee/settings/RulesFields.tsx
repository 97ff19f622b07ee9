import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import { rulePresets } from '../../../../contracts/committee';
import { useWords } from '../../app/words';
import { ClosedChoice } from '../../ui/ClosedChoice';
import { FieldGrid } from '../../ui/FieldGrid';
import { LineField } from '../../ui/Fields';
import { Fieldset } from '../../ui/Fieldset';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { rulesIn, votersIn, withPreset } from './draft';
import type { CommitteeDraft, RulesDraft } from './draft';
import { Explained } from './Explained';
import { useExplained } from './useExplained';

const quorums: readonly RulesDraft['quorum'][] = ['all', 'more_than_half', 'fraction'];
const majorities: readonly RulesDraft['majority'][] = ['simple', 'two_thirds'];
const bases: readonly RulesDraft['base'][] = ['cast', 'present', 'appointed'];
const ties: readonly RulesDraft['tie'][] = ['chair_side', 'not_adopted'];

interface Props {
  draft: CommitteeDraft;
  change: (part: Partial<CommitteeDraft>) => void;
  errors: Record<string, string>;
}

/** By which rules the committee decides; beside them, while they change, what they say and a vote counted by them. */
export function RulesFields({ draft, change, errors }: Props) {
  const { t, dir } = useWords();
  return (
    <Panel title={t('committees.rules')}>
      <Stack>
        <Radio.Group
          dir={dir}
          value={draft.preset}
          aria-label={t('committees.rules')}
          onValueChange={(chosen) => {
            const preset = rulePresets.find((known) => known === chosen);
            if (preset) change(withPreset(draft, preset));
          }}
        >
          {rulePresets.map((preset) => (
            <Radio.Item key={preset} value={preset}>
              <Typography tag="span" fontWeight="bold">
                {t(`committees.preset.${preset}`)}
              </Typography>
              <Typography tag="span" variant="pi" textColor="neutral600" display="block">
                {t(`committees.preset-explained.${preset}`)}
              </Typography>
            </Radio.Item>
          ))}
        </Radio.Group>
        {draft.preset === 'custom' && (
          <OwnRules
            rules={draft.rules}
            change={(part) => change({ rules: { ...draft.rules, ...part } })}
            errors={errors}
          />
        )}
        <LiveExplanation draft={draft} />
      </Stack>
    </Panel>
  );
}

interface OwnProps {
  rules: RulesDraft;
  change: (part: Partial<RulesDraft>) => void;
  errors: Record<string, string>;
}

function OwnRules({ rules, change, errors }: OwnProps) {
  const { t } = useWords();
  return (
    <Stack>
      <FieldGrid>
        <ClosedChoice
          name="quorum"
          label={t('committees.quorum')}
          value={rules.quorum}
          values={quorums}
          nameOf={(value) => t(`committees.quorum.${value}`)}
          change={(quorum) => change({ quorum })}
        />
        {rules.quorum === 'fraction' && (
          <Fieldset
            legend={t('committees.fraction')}
            error={['', '.p', '.q']
              .map((part) => errors[`customRules.quorum${part}`])
              .find(Boolean)}
          >
            {(['p', 'q'] as const).map((part) => (
              <Box key={part} maxWidth="18rem">
                <LineField
                  name={`customRules.quorum.${part}`}
                  label={t(`committees.fraction.${part}`)}
                  required
                  inputMode="numeric"
                  dir="ltr"
                  maxLength={4}
                  value={rules[part]}
                  change={(value) => change({ [part]: value })}
                  error={errors[`customRules.quorum.${part}`] ? true : undefined}
                />
              </Box>
            ))}
          </Fieldset>
        )}
      </FieldGrid>
      <FieldGrid>
        <ClosedChoice
          name="majority"
          label={t('committees.majority')}
          value={rules.majority}
          values={majorities}
          nameOf={(value) => t(`committees.majority.${value}`)}
          change={(majority) => change({ majority })}
        />
        <ClosedChoice
          name="base"
          label={t('committees.base')}
          value={rules.base}
          values={bases}
          nameOf={(value) => t(`committees.base.${value}`)}
          change={(base) => change({ base })}
        />
        {rules.majority === 'simple' && (
          <ClosedChoice
            name="tie"
            label={t('committees.tie')}
            value={rules.tie}
            values={ties}
            nameOf={(value) => t(`committees.tie.${value}`)}
            change={(tie) => change({ tie })}
          />
        )}
      </FieldGrid>
    </Stack>
  );
}

/** What the rules say as they stand in the fields. Mistakes in them are said instead, while they are typed. */
function LiveExplanation({ draft }: { draft: CommitteeDraft }) {
  const { t } = useWords();
  const { rules, problems } = rulesIn(draft);
  const [mistake] = Object.values(problems);
  const members = votersIn(draft.seats);
  const { explained, trouble } = useExplained(mistake ? null : { ...rules, members });
  const wrong = mistake ? t(mistake) : trouble;
  return (
    <Box background="primary100" padding={4} hasRadius role="status">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {t('committees.explained', { n: members })}
        </Typography>
        {wrong ? (
          <Typography tag="p" textColor="danger700">
            {wrong}
          </Typography>
        ) : (
          <Explained explained={explained} />
        )}
      </Flex>
    </Box>
  );
}
