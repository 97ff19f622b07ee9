import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { ArrowClockwise, Search } from '@strapi/icons';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { PersonHit, RequestHit } from '../../../contracts/registry';
import { useWords } from '../app/words';
import { ChoiceLine, Option } from './ChoiceLine';
import { choicesOf, nextMarked } from './choices';
import type { Choice } from './choices';
import { NobodyFound } from './NobodyFound';
import { useFound } from './useFound';

interface Props {
  label: string;
  onPick: (hit: PersonHit) => void;
  /** left out: people only */
  onPickRequest?: (hit: RequestHit) => void;
  autoFocus?: boolean;
  /** what is offered when nobody is found; left out: to open a new file */
  nobody?: ReactNode;
}

/**
 * One box that finds a person by any part of the name, a number, a reference, a phone. The pattern of a combobox:
 * the focus stays in the box, the arrows mark a line, Enter chooses it.
 */
export function PersonSearch({ label, onPick, onPickRequest, autoFocus, nobody }: Props) {
  const { t } = useWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState<number | null>(null);
  const { result, looking, trouble, again } = useFound(typed);
  const choices = choicesOf(result, onPickRequest !== undefined);
  const optionId = (place: number) => `${id}-${place}`;

  // The first one is the best: Enter takes it.
  useEffect(() => setMarked(choices.length > 0 ? 0 : null), [result, choices.length]);
  useEffect(() => {
    if (marked !== null)
      document.getElementById(`${id}-${marked}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, marked]);

  const pick = (choice: Choice) => {
    if (choice.kind === 'person') onPick(choice.hit);
    else onPickRequest?.(choice.hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While letters are being put together the keys belong to the keyboard.
    if (event.nativeEvent.isComposing) return;
    const next = nextMarked(event.key, marked, choices.length);
    if (next !== undefined) setMarked(next);
    else if (event.key === 'Enter') {
      const choice = marked === null ? undefined : choices[marked];
      if (choice) pick(choice);
    } else return;
    event.preventDefault();
  };

  const options = (kind: Choice['kind']) =>
    choices.map(
      (choice, place) =>
        choice.kind === kind && (
          <Option
            key={choice.id}
            id={optionId(place)}
            role="option"
            aria-selected={marked === place}
            // The focus stays in the box.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            <ChoiceLine choice={choice} />
          </Option>
        ),
    );
  const has = (kind: Choice['kind']) => choices.some((choice) => choice.kind === kind);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root name={`${id}-search`} hint={t('search.hint')}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          type="search"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={marked === null ? undefined : optionId(marked)}
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
          maxLength={120}
          autoFocus={autoFocus}
          startAction={<Search aria-hidden fill="neutral500" />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Field.Hint />
      </Field.Root>
      <Typography tag="p" variant="pi" textColor="neutral600" role="status">
        {looking && t('search.looking')}
        {result && choices.length > 0 && t('search.count', { n: choices.length })}
        {result?.more && ` ${t('search.more')}`}
      </Typography>
      {trouble && (
        <Flex direction="column" alignItems="start" gap={3} role="alert">
          <Typography tag="p" textColor="danger700">
            {trouble}
          </Typography>
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={again}>
            {t('common.retry')}
          </Button>
        </Flex>
      )}
      {result && choices.length === 0 && (nobody ?? <NobodyFound />)}
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={choices.length === 0}>
        {has('person') && options('person')}
        {has('request') && (
          <Box role="group" aria-labelledby={`${id}-requests`} paddingTop={has('person') ? 3 : 0}>
            <Typography id={`${id}-requests`} variant="sigma" textColor="neutral600">
              {t('search.requests')}
            </Typography>
            {options('request')}
          </Box>
        )}
      </div>
    </Flex>
  );
}
