import { useState } from 'preact/hooks';
import { post } from '../api/client';
import { randomKey } from '../form/draft';
import { t } from '../texts/i18n';
import { useSending } from '../track/sending';
import { Failed } from '../ui/states';

/**
 * Who wants to be contacted says so here, after the answers are sent: a letter of its own, which carries neither the
 * link nor an answer.
 */
export function Contact() {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  if (sent)
    return (
      <p class="notice" role="status">
        {t('contactMe.sent')}
      </p>
    );
  return open ? (
    <ContactForm onSent={() => setSent(true)} />
  ) : (
    <p>
      <button type="button" class="secondary" onClick={() => setOpen(true)}>
        {t('contactMe.open')}
      </button>
    </p>
  );
}

type Said = Record<'name' | 'phone' | 'message', string>;
const required = ['phone', 'message'] as const;

function ContactForm({ onSent }: { onSent: () => void }) {
  const [said, setSaid] = useState<Said>({ name: '', phone: '', message: '' });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [key] = useState(randomKey);
  const { sending, failure, send } = useSending();

  function submit(event: Event) {
    event.preventDefault();
    const empty = required.filter((name) => said[name].trim().length < 3);
    setMissing(empty);
    const [first] = empty;
    if (first) return document.getElementById(`contact-${first}`)?.focus();
    const name = said.name.trim();
    const body = {
      ...(name ? { name } : {}),
      phone: said.phone.trim(),
      message: said.message.trim(),
    };
    void send(() => post('/evaluations/contact', body, { 'Idempotency-Key': key }), onSent);
  }
  const box = (name: keyof Said) => ({
    id: `contact-${name}`,
    value: said[name],
    'aria-invalid': missing.includes(name),
    'aria-describedby': missing.includes(name) ? `contact-${name}-missing` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => {
      setSaid({ ...said, [name]: event.currentTarget.value });
      setMissing(missing.filter((one) => one !== name));
    },
  });
  const fault = (name: keyof Said) =>
    missing.includes(name) && (
      <p class="field-error" id={`contact-${name}-missing`}>
        {t(name === 'phone' ? 'check.phone' : 'check.required')}
      </p>
    );
  return (
    <form class="panel contact" onSubmit={submit} aria-busy={sending} noValidate>
      <h2>{t('contactMe.title')}</h2>
      <p>{t('contactMe.text')}</p>
      <label for="contact-name">{t('contactMe.name')}</label>
      <input {...box('name')} type="text" autoComplete="name" maxLength={120} dir="auto" />
      <label for="contact-phone">{t('contactMe.phone')}</label>
      {fault('phone')}
      <input
        {...box('phone')}
        type="text"
        inputMode="tel"
        autoComplete="tel"
        maxLength={40}
        dir="ltr"
      />
      <label for="contact-message">{t('contactMe.message')}</label>
      {fault('message')}
      <textarea {...box('message')} rows={3} maxLength={2000} dir="auto" />
      {failure && <Failed error={failure} />}
      <div class="actions">
        <button type="submit" aria-disabled={sending}>
          {t(sending ? 'send.sending' : 'contactMe.send')}
        </button>
      </div>
    </form>
  );
}
