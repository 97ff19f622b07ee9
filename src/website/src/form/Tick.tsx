interface TickProps {
  id: string;
  label: string;
  checked: boolean;
  error: string | undefined;
  onChecked: (checked: boolean) => void;
}

/** One box to tick, with its error. */
export function Tick({ id, label, checked, error, onChecked }: TickProps) {
  return (
    <div class={error ? 'question wrong' : 'question'}>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="radio">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-invalid={Boolean(error)}
          aria-describedby={error && `${id}-error`}
          onChange={(event) => onChecked(event.currentTarget.checked)}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
}
