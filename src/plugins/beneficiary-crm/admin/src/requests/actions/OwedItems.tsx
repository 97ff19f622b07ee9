import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import { useWords } from '../../app/words';
import type { OwedChoice } from './forms';

interface Props {
  request: RequestDetail;
  chosen: OwedChoice[];
  change: (chosen: OwedChoice[]) => void;
  error?: string;
}

/** What may be asked of the applicant: each document, each answer, the declaration, or a free text. */
export function OwedItems({ request, chosen, change, error }: Props) {
  const { t } = useWords();
  const has = (item: OwedChoice) =>
    chosen.some(({ kind, key }) => kind === item.kind && key === item.key);
  const toggle = ({ kind, key }: OwedChoice, on: boolean) =>
    change(
      on
        ? [...chosen, { kind, key }]
        : chosen.filter((other) => other.kind !== kind || other.key !== key),
    );

  return (
    <Field.Root name="items" required error={error}>
      <Flex
        tag="fieldset"
        direction="column"
        alignItems="start"
        gap={3}
        style={{ border: 0, padding: 0 }}
      >
        <Typography tag="legend" variant="pi" fontWeight="bold" paddingBottom={2}>
          {t('form.items')}
        </Typography>
        {request.asking.items.map((item) => (
          <Checkbox
            key={`${item.kind}.${item.key}`}
            checked={has(item)}
            onCheckedChange={(on) => toggle(item, on === true)}
          >
            {item.why
              ? t('form.owed-why', { label: item.label, why: t(`form.owed-why.${item.why}`) })
              : item.label}
          </Checkbox>
        ))}
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
