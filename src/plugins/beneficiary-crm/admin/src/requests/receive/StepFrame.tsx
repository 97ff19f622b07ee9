import { Button, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Stack } from '../../ui/Prose';
import type { Step } from './draft';

interface Props {
  step: Step;
  /** which step of how many, once the form is known */
  place: { at: number; of: number } | null;
  /** @returns whether nothing was wrong */
  next: () => boolean;
  back?: () => void;
  busy?: boolean;
  /** sent, and not answered yet: nothing is to be changed */
  locked?: boolean;
  notice?: ReactNode;
  children: ReactNode;
}

/** One step: where one is, the fields, and the ways on and back. */
export function StepFrame({ step, place, next, back, busy, locked, notice, children }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // On arrival the page itself has the focus; from then on each step announces itself.
    if (first.current) first.current = false;
    else heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (locked || next()) return;
    // Once the fields say what is wrong with them.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus(),
    );
  };
  const title = t(`receive.step.${step}`);
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <Typography tag="h2" variant="beta" ref={heading} tabIndex={-1}>
          {place
            ? t('receive.place', { at: number(place.at), of: number(place.of), title })
            : title}
        </Typography>
        {children}
        {notice}
        <Flex gap={3} wrap="wrap">
          <Button type="submit" size="L" loading={busy} disabled={locked}>
            {t(step === 'check' ? 'receive.send' : 'receive.next')}
          </Button>
          {back && (
            <Button type="button" size="L" variant="tertiary" disabled={locked} onClick={back}>
              {t('receive.back')}
            </Button>
          )}
        </Flex>
      </Stack>
    </form>
  );
}
