import { Flex, Link, Typography } from '@strapi/design-system';
import { useFormats } from '../../../app/formats';
import { useWords } from '../../../app/words';
import { Bdi } from '../../../ui/Bdi';
import { Facts } from '../../../ui/Facts';
import { Panel } from '../../../ui/Panel';
import { Stack } from '../../../ui/Prose';
import { RowList } from '../../../ui/RowList';
import { Tag } from '../../../ui/Tag';
import type { TabProps } from '../steps';

/** Who the person is, how and when to be reached, and where. */
export function WhoTab({ file }: TabProps) {
  const { t, word } = useWords();
  const { day, hijri, dayAndTime } = useFormats();
  const { latitude, longitude } = file;
  const both = (iso: string) => t('common.both-dates', { day: day(iso), hijri: hijri(iso) });
  const unknown = t('person.not-known');
  const who = [
    ['sex', file.sex && word('sex', file.sex)],
    ['birth', file.birthDate ? both(file.birthDate) : file.birthYear && String(file.birthYear)],
    ['categories', file.categories.map(({ name }) => name).join(t('common.comma'))],
    ['branch', file.branch?.name ?? t('person.no-branch')],
    ['opened', dayAndTime(file.openedAt)],
    ['opened-by', file.openedBy],
    ['source', word('entry', file.source)],
  ] as const;
  const place = [
    ['city', file.city],
    ['district', file.district],
    ['address', file.address],
  ] as const;
  const facts = (of: readonly (readonly [string, string | number | null | undefined])[]) =>
    of.map(([key, value]) => ({
      key,
      label: t(`fact.${key}`),
      value: value ? <Bdi>{value}</Bdi> : unknown,
    }));

  return (
    <Stack>
      <Panel title={t('person.who')}>
        <Facts facts={facts(who)} />
      </Panel>
      <Panel title={t('file.reached')}>
        <Stack>
          {file.contacts.length === 0 ? (
            <Typography textColor="neutral600">{t('file.no-contacts')}</Typography>
          ) : (
            <RowList items={file.contacts} idOf={({ id }) => id}>
              {(contact) => (
                <>
                  <div>
                    <Typography tag="p">
                      <Bdi dir="ltr">{contact.value}</Bdi>
                    </Typography>
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {word('contact_kind', contact.kind)}
                      {contact.label && (
                        <>
                          {' · '}
                          <Bdi>{contact.label}</Bdi>
                        </>
                      )}
                    </Typography>
                  </div>
                  {contact.preferred && <Tag tone="secondary">{t('file.preferred')}</Tag>}
                </>
              )}
            </RowList>
          )}
          <Facts
            facts={facts([
              [
                'preferred',
                file.preferredChannel
                  ? word('contact', file.preferredChannel)
                  : t('person.any-channel'),
              ],
              [
                'times',
                file.preferredTimes
                  .map((time) => word('contact_time', time))
                  .join(t('common.comma')) || t('person.any-time'),
              ],
            ])}
          />
        </Stack>
      </Panel>
      <Panel title={t('person.place')}>
        <Stack>
          <Facts facts={facts(place)} />
          {latitude !== null && longitude !== null && (
            <Flex gap={3} wrap="wrap">
              <Bdi dir="ltr">{`${latitude}, ${longitude}`}</Bdi>
              {/* Opens in the map of the device; nothing is sent to anybody else's. */}
              <Link href={`geo:${latitude},${longitude}`}>{t('place.open')}</Link>
            </Flex>
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}
