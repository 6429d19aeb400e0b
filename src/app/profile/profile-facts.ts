import { visibleText } from '../auth/accounts/person-name';
import type { Person } from '../graph/person';
import { formatLocale } from '../settings/format-locale';

/** One row of the profile. */
export interface ProfileFact {
  readonly label: string;
  readonly text: string;
  /** `mailto:` or `tel:`; undefined for plain text. */
  readonly link?: string;
  /** Whether people copy it: an address, a number, a sign-in name. */
  readonly isCopied?: boolean;
}

/** Returns the rows of the profile, in order; one for each phone, and none for what Graph does not have. */
export function profileFacts(person: Person, locale = formatLocale): ProfileFact[] {
  return [
    linked($localize`Email`, 'mailto:', person.mail),
    ...person.businessPhones.map((phone) => linked($localize`Business phone`, 'tel:', phone)),
    linked($localize`Mobile phone`, 'tel:', person.mobilePhone),
    { label: $localize`Department`, text: visibleText(person.department) },
    { label: $localize`Company`, text: visibleText(person.companyName) },
    { label: $localize`:Where somebody works:Office`, text: visibleText(person.officeLocation) },
    {
      label: $localize`:City and country:Location`,
      text: [person.city, person.country].map(visibleText).filter(Boolean).join(', '),
    },
    {
      label: $localize`Language`,
      text: languageName(visibleText(person.preferredLanguage), locale),
    },
    { label: $localize`Sign-in name`, text: visibleText(person.userPrincipalName), isCopied: true },
  ].filter(({ text }) => text !== '');
}

function linked(label: string, scheme: string, value: string | null | undefined): ProfileFact {
  const text = visibleText(value);
  const address =
    scheme === 'tel:'
      ? text.replace(/[^+\d]/g, '')
      : text.split('@').map(encodeURIComponent).join('@');
  return address ? { label, text, link: scheme + address, isCopied: true } : { label, text };
}

/** Returns the name of `en-US` in the reader's language, or the text itself when it is no language tag. */
function languageName(tag: string, locale: string): string {
  if (tag === '') return '';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
