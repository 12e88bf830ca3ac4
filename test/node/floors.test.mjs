import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { floors } from '../../scripts/floors.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } }, ...floors()],
});

const isAllowed = async (filePath, code) => {
  const [{ messages }] = await eslint.lintText(code, { filePath });
  return messages.length === 0;
};

const allowed = {
  'src/client/model/x.ts': ["import 'zod/mini'", "import './mentor.js'"],
  'src/client/model/questionnaires/x.ts': ["import '../questionnaire.js'"],
  'src/client/backend.ts': ["import './model/mentor.js'", "import './errors.js'"],
  'src/client/backends/embedded/x.ts': ["import 'idb'", "import '../../model/mentor.js'"],
  'src/client/video/daily/x.ts': [
    "import('@daily-co/daily-js')",
    "import type { DailyCall } from '@daily-co/daily-js'",
  ],
  'src/components/mentor-card/x.ts': [
    "import 'lit'",
    "import '../../client/backend.js'",
    "import '../shared/contexts.js'",
  ],
  'src/components/mentorship-provider/x.ts': [
    "import('../../client/backends/embedded/embedded-backend.js')",
  ],
  'src/components/group-room/x.ts': ["import('../../client/video/mesh/mesh-room.js')"],
};

const forbidden = {
  'src/client/model/x.ts': ["import 'lit'", "import 'ky'", "import '../errors.js'"],
  'src/client/model/questionnaires/x.ts': ["import '../../errors.js'"],
  'src/client/backend.ts': ["import 'ky'", "import './backends/embedded/embedded-backend.js'"],
  'src/client/video/video-room.ts': ["import './mesh/mesh-room.js'"],
  'src/client/backends/embedded/x.ts': [
    "import 'ky'",
    "import 'lit'",
    "import '../../video/mesh/mesh-room.js'",
    "import('../../../components/mentor-card/mentor-card.js')",
  ],
  'src/client/video/daily/x.ts': [
    "import Daily from '@daily-co/daily-js'",
    "import '../mesh/mesh-room.js'",
  ],
  'src/client/video/mesh/x.ts': ["import('@daily-co/daily-js')"],
  'src/client/conformance/x.ts': ["import '../backends/embedded/embedded-backend.js'"],
  'src/components/mentor-card/x.ts': [
    "import 'idb'",
    "import '../../client/backends/embedded/embedded-backend.js'",
    "import('../../client/backends/embedded/embedded-backend.js')",
    "import '../checkin-form/checkin-form.js'",
    "import '../shared/contexts'",
  ],
  'src/components/shared/x.ts': ["import '../mentor-card/mentor-card.js'"],
};

describe('the floors', () => {
  for (const [file, imports] of Object.entries(allowed)) {
    for (const code of imports)
      test(`${file} may ${code}`, async () => assert.ok(await isAllowed(file, code)));
  }
  for (const [file, imports] of Object.entries(forbidden)) {
    for (const code of imports)
      test(`${file} may not ${code}`, async () => assert.ok(!(await isAllowed(file, code))));
  }
});
