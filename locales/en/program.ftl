# The command line

program-import-taken = { $file }: taken in. Report number { $number }
program-import-known = { $file }: was taken in before. Report number { $number }
program-import-reading = { $file }: taken in, but somebody has to read it. Report number { $number }
program-import-known-reading = { $file }: was taken in before, and somebody has to read it. Report number { $number }
program-import-refused = { $file }: not taken in. { $why }
program-import-empty = The file is empty.
program-import-too-large = It is too large (at most { $limit } bytes). Please send large evidence separately.
program-import-no-file = The file cannot be opened ({ $why }).
