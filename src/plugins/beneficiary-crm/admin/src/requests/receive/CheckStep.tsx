import { Button } from '@strapi/design-system';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import type { Fact } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import type { FormField } from '../../../../contracts/website';
import { askedFields, asksForMessage } from './draft';
import type { Step } from './draft';
import type { StepProps } from './step';

interface Props extends Pick<StepProps, 'definition' | 'draft'> {
  title: string | null;
  go: (step: Step) => void;
  locked: boolean;
}

/** Everything once more, before it is sent. */
export function CheckStep({ definition, draft, title, go, locked }: Props) {
  const { t, word } = useWords();
  const { applicant, answers, uploads, signing } = draft;
  const fact = (key: string, label: string, value: string, dir?: 'ltr'): Fact => ({
    key,
    label,
    value: value ? <Bdi dir={dir}>{value}</Bdi> : '—',
  });
  const shown = ({ key, type, options }: FormField): string => {
    const value = answers[key] ?? '';
    if (type === 'yes_no') return value && t(`receive.${value}`);
    return options.find((option) => option.value === value)?.label ?? value;
  };
  const parts: { step: Step; title: string; facts: Fact[] }[] = [
    {
      step: 'start',
      title: t('receive.who'),
      facts: [
        fact('what', t('receive.kind'), title ?? word('kind', definition.kind)),
        fact('channel', t('receive.channel'), draft.channel && word('channel', draft.channel)),
        fact('name', t('receive.name'), applicant.name),
        fact('phone', t('receive.phone'), applicant.phone, 'ltr'),
        ...(applicant.email ? [fact('email', t('receive.email'), applicant.email, 'ltr')] : []),
        ...(applicant.city ? [fact('city', t('receive.city'), applicant.city)] : []),
        ...(applicant.idNumber
          ? [fact('id', word('identity', applicant.idType), applicant.idNumber, 'ltr')]
          : []),
      ],
    },
    {
      step: 'answers',
      title: t('receive.answers'),
      facts: [
        ...askedFields(definition, answers).map((field) =>
          fact(field.key, field.label, shown(field)),
        ),
        ...(asksForMessage(definition)
          ? [fact('message', t('receive.message'), draft.message)]
          : []),
      ],
    },
    {
      step: 'documents',
      title: t('receive.documents'),
      facts: definition.requiredDocuments.map(({ key, label }) =>
        fact(key, label, uploads[key]?.name ?? t('receive.later')),
      ),
    },
    {
      step: 'declaration',
      title: t('receive.declaration'),
      facts:
        definition.declaration && signing.way
          ? [
              fact('signer', t('receive.signer'), signing.name || applicant.name),
              fact('way', t('receive.way'), word('way', signing.way)),
            ]
          : [],
    },
  ];
  return (
    <>
      {parts
        .filter(({ facts }) => facts.length > 0)
        .map(({ step, title: heading, facts }) => (
          <Panel
            key={step}
            title={heading}
            aside={
              <Button
                variant="tertiary"
                disabled={locked}
                aria-label={t('receive.change-of', { part: heading })}
                onClick={() => go(step)}
              >
                {t('receive.change')}
              </Button>
            }
          >
            <Facts facts={facts} />
          </Panel>
        ))}
    </>
  );
}
