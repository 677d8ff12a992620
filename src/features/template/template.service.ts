import { FupanError } from '../../core/errors.js';
import type { Language } from '../../core/vocabulary.js';
import type { PostmortemTemplate } from './template.file.js';

/** What cases can begin from. */
export class TemplateService {
  constructor(private readonly templates: readonly PostmortemTemplate[]) {}

  /** All of them in one language, in the order to offer them. */
  list(language: Language): PostmortemTemplate[] {
    return this.templates.filter((each) => each.language === language);
  }

  /** @throws FupanError VALIDATION `unknownTemplate` that names those there are */
  require(name: string, language: Language, field: readonly string[]): PostmortemTemplate {
    const all = this.list(language);
    const found = all.find((each) => each.name === name);
    if (found) return found;
    const names = all.map((each) => each.name).join(', ');
    throw new FupanError('VALIDATION', 'unknownTemplate', { names }, field);
  }
}
