import { expect, it } from 'vitest';
import { readDismMessage } from './dism-log.js';

it('reads the result of a step and of a command', () => {
  expect(
    readDismMessage(
      'DISM Package Manager: PID=1 TID=2 Failed - CPackageManagerCLIHandler::ExecuteCmdLine(hr:0x800f081f)',
    ),
  ).toEqual({
    code: 0x800f081f,
    endsCommand: false,
  });
  expect(
    readDismMessage('DISM.EXE: DISM Package Manager processed the command line but failed. HRESULT=800F0922'),
  ).toEqual({
    code: 0x800f0922,
    endsCommand: true,
  });
  expect(readDismMessage('DISM.EXE: No providers were found that support the command(x). HRESULT=0')).toEqual({
    code: null,
    endsCommand: false,
  });
});
