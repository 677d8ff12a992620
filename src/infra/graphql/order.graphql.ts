import { registerEnumType } from '@nestjs/graphql';

import { enumOf } from './enums.js';

export const DirectionEnum = enumOf(['ASC', 'DESC']);
registerEnumType(DirectionEnum, {
  name: 'OrderDirection',
  description: 'Which end comes first.',
  valuesMap: {
    ASC: { description: 'Smallest, oldest or first letter first.' },
    DESC: { description: 'Largest, newest or last letter first.' },
  },
});
