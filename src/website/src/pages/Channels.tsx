import type { ComponentChildren } from 'preact';
import type { ChannelsView } from '../api/types';
import { t } from '../texts/i18n';
import { Ltr, Phone, Prose } from '../ui/bits';
import { Loaded } from './Loaded';

/** Where a channel is a page of this site, the way to it. */
const linkOf = (slug: ChannelsView['channels'][number]['slug']) => {
  if (slug === 'assistance') return { href: '/services', text: t('home.support') };
  if (slug === 'volunteering') return { href: '/volunteer', text: t('link.volunteer') };
  if (slug === 'website') return { href: '/ask', text: t('link.ask') };
  return undefined;
};

type Fact = [term: string, value: ComponentChildren];

function Facts({ facts }: { facts: (Fact | false | '')[] }) {
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact && (
            <div>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function MainOffice({ association }: { association: ChannelsView['association'] }) {
  const { address, phone, email, workingHours } = association;
  return (
    <section class="panel">
      <h2>{t('channels.main')}</h2>
      <Facts
        facts={[
          address && [t('channels.place'), address],
          phone && [t('channels.phone'), <Phone number={phone} />],
          email && [
            t('channels.email'),
            <a href={`mailto:${email}`}>
              <Ltr>{email}</Ltr>
            </a>,
          ],
          workingHours && [t('channels.hours'), workingHours],
        ]}
      />
    </section>
  );
}

function Channel({ channel }: { channel: ChannelsView['channels'][number] }) {
  const link = linkOf(channel.slug);
  return (
    <li>
      <h2>{channel.name}</h2>
      <Prose text={channel.howTo} />
      {channel.hours && <p class="hint">{channel.hours}</p>}
      {link && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </li>
  );
}

function Branch({ branch }: { branch: ChannelsView['branches'][number] }) {
  const { name, place, phone, delegateName, delegateHours } = branch;
  return (
    <li>
      <h3>{name}</h3>
      <Facts
        facts={[
          place && [t('channels.place'), place],
          delegateName && [t('channels.delegate'), <bdi>{delegateName}</bdi>],
          delegateHours && [t('channels.hours'), delegateHours],
          phone && [t('channels.phone'), <Phone number={phone} />],
        ]}
      />
    </li>
  );
}

export function Channels() {
  return (
    <Loaded<ChannelsView>
      wide
      path="/channels"
      title={t('channels.title')}
      lead={t('channels.lead')}
    >
      {({ association, channels, branches }) => (
        <>
          <MainOffice association={association} />
          <ul class="cards">
            {channels.map((channel) => (
              <Channel key={channel.slug} channel={channel} />
            ))}
          </ul>
          <h2>{t('channels.branches')}</h2>
          {branches.length > 0 ? (
            <ul class="cards">
              {branches.map((branch) => (
                <Branch key={branch.slug} branch={branch} />
              ))}
            </ul>
          ) : (
            <p class="empty">{t('channels.noBranches')}</p>
          )}
        </>
      )}
    </Loaded>
  );
}
