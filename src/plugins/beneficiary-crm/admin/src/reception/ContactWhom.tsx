import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { PersonSearch } from '../search';
import { Bdi } from '../ui/Bdi';

/** Whom a talk concerns, when we know it: a person with a file, or a request. */
export interface Whom {
  kind: 'person' | 'request';
  id: string;
  name: string;
  /** the number of the file, or the request's reference */
  number: string;
}

interface Fields {
  whom: Whom | null;
  name: string;
  phone: string;
}

interface Props extends Fields {
  change: (part: Partial<Fields>) => void;
  errors: Record<string, string>;
}

/** Who called or wrote: found in the one box, or a stranger by what they said of themselves. */
export function ContactWhom({ whom, name, phone, change, errors }: Props) {
  const { t } = useWords();
  const mayFind = usePermission('registry.read');
  if (whom)
    return (
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="p">
          {t(`contact.of-${whom.kind}`)} <Bdi>{whom.name}</Bdi> (<Bdi dir="ltr">{whom.number}</Bdi>)
        </Typography>
        <Button type="button" size="S" variant="tertiary" onClick={() => change({ whom: null })}>
          {t('picker.another')}
        </Button>
      </Flex>
    );
  return (
    <>
      {mayFind && (
        <PersonSearch
          label={t('form.optional', { label: t('contact.find') })}
          onPick={(hit) =>
            change({ whom: { kind: 'person', id: hit.id, name: hit.name, number: hit.fileNumber } })
          }
          onPickRequest={(hit) =>
            change({
              whom: {
                kind: 'request',
                id: hit.id,
                name: hit.applicantName,
                number: hit.reference,
              },
            })
          }
          nobody={<Typography tag="p">{t('contact.nobody')}</Typography>}
        />
      )}
      <Field.Root name="name" error={errors.name}>
        <Field.Label>{t('form.optional', { label: t('visitor.name') })}</Field.Label>
        <Field.Input
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="phone" error={errors.phone}>
        <Field.Label>{t('form.optional', { label: t('visitor.phone') })}</Field.Label>
        <Field.Input
          dir="ltr"
          inputMode="tel"
          autoComplete="off"
          maxLength={40}
          value={phone}
          onChange={(event) => change({ phone: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
    </>
  );
}
