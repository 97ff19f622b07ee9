import { Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import type { Option } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { Facts } from '../../ui/Facts';
import type { RuleDraft } from './rules';

const Item = styled.li`
  padding: ${({ theme }) => theme.spaces[4]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
`;

export interface RuleChoices {
  kinds: Option[];
  services: Option[];
  branches: Option[];
  to: Option[];
}

interface Props {
  place: number;
  last: number;
  rule: RuleDraft;
  choices: RuleChoices;
  locked: boolean;
  error?: string;
  change: (part: Partial<RuleDraft>) => void;
  move: (by: 1 | -1) => void;
  remove: () => void;
}

/** One rule: which requests it takes, and to whom it gives them. */
export function OneRule(props: Props) {
  const { place, last, rule, choices, locked, error, change, move, remove } = props;
  const { t } = useWords();
  const { number } = useFormats();
  const conditions = [
    { name: 'kind', options: choices.kinds },
    { name: 'service', options: choices.services },
    { name: 'branch', options: choices.branches },
  ] as const;
  const labelOf = (options: readonly Option[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value;
  const title = t('rules.one', { n: number(place + 1) });
  return (
    <Item aria-label={title}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={3}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {title}
        </Typography>
        {!locked && (
          <Flex gap={2} wrap="wrap">
            <Button size="S" variant="tertiary" disabled={place === 0} onClick={() => move(-1)}>
              {t('rules.earlier')}
            </Button>
            <Button size="S" variant="tertiary" disabled={place === last} onClick={() => move(1)}>
              {t('rules.later')}
            </Button>
            <Button size="S" variant="danger-light" onClick={remove}>
              {t('rules.remove')}
            </Button>
          </Flex>
        )}
      </Flex>
      {locked ? (
        <Facts
          facts={[
            ...conditions.map(({ name, options }) => ({
              key: name,
              label: t(`inbox.filter.${name}`),
              value: rule[name] ? labelOf(options, rule[name]) : t('inbox.filter.any'),
            })),
            { key: 'to', label: t('rules.to'), value: labelOf(choices.to, rule.to) },
          ]}
        />
      ) : (
        <FieldGrid>
          {conditions.map(({ name, options }) => (
            <Choice
              key={name}
              name={name}
              label={t(`inbox.filter.${name}`)}
              empty={t('inbox.filter.any')}
              value={rule[name]}
              options={options}
              change={(value) => change({ [name]: value })}
            />
          ))}
          <Choice
            name="to"
            label={t('rules.to')}
            value={rule.to}
            options={choices.to}
            change={(to) => change({ to })}
            required
            error={error}
          />
        </FieldGrid>
      )}
    </Item>
  );
}
