import { Box, Button, Checkbox, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { contactKinds } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { LineField } from '../../ui/Fields';
import { newContact } from './draft';
import type { ContactDraft } from './draft';

interface Props {
  contacts: ContactDraft[];
  change: (contacts: ContactDraft[]) => void;
  /** by the place of the row */
  errors: string[];
}

const most = 10;

/** Phones and addresses by which the person is reached; one of them is tried first. */
export function ContactFields({ contacts, change, errors }: Props) {
  const { t, word } = useWords();
  const edit = (place: number, part: Partial<ContactDraft>) =>
    change(contacts.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const prefer = (place: number, preferred: boolean) =>
    change(contacts.map((row, at) => ({ ...row, preferred: preferred && at === place })));

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {contacts.map((row, place) => (
        <Flex key={place} gap={3} wrap="wrap" alignItems="start">
          <Box flex="1 1 20rem">
            <LineField
              name={`contacts.${place}.value`}
              label={word('contact_kind', row.kind)}
              dir="ltr"
              inputMode={row.kind === 'email' ? 'email' : 'tel'}
              autoComplete="off"
              value={row.value}
              change={(value) => edit(place, { value })}
              error={errors[place]}
            />
          </Box>
          <Box flex="1 1 16rem">
            <LineField
              name={`contacts.${place}.label`}
              label={t('person.contact-label')}
              value={row.label}
              maxLength={60}
              autoComplete="off"
              change={(label) => edit(place, { label })}
            />
          </Box>
          <Flex gap={3} paddingTop={{ initial: 0, medium: 6 }} alignItems="center">
            <Checkbox checked={row.preferred} onCheckedChange={(on) => prefer(place, on === true)}>
              {t('person.contact-preferred')}
            </Checkbox>
            <IconButton
              label={t('person.contact-remove', { kind: word('contact_kind', row.kind) })}
              variant="ghost"
              onClick={() => change(contacts.filter((_, at) => at !== place))}
            >
              <Trash />
            </IconButton>
          </Flex>
        </Flex>
      ))}
      <Flex gap={2} wrap="wrap">
        {contactKinds.map((kind) => (
          <Button
            key={kind}
            type="button"
            size="S"
            variant="tertiary"
            startIcon={<Plus aria-hidden />}
            disabled={contacts.length >= most}
            onClick={() => change([...contacts, newContact(kind)])}
          >
            {word('contact_kind', kind)}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}
