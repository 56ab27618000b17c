# Reminders

desk-purpose-due-soon = Due soon
desk-purpose-due-today = Due
desk-purpose-overdue = Late
desk-purpose-escalated = Late, said again
mail-subject-due-soon = Something is due soon ({ $number })
mail-body-due-soon =
    Something that you were asked for is due soon.

    Number: { $number }

    The page says what and by when. Please tell us early if it takes longer.
mail-subject-due-today = Something is due ({ $number })
mail-body-due-today =
    Something that you were asked for is due.

    Number: { $number }

    If it is not done yet, please tell us at least by when. If our messages crossed, please disregard this one.
mail-subject-overdue = Something is late ({ $number })
mail-body-overdue =
    Something that you were asked for is late by five business days.

    Number: { $number }

    If there is a reason, please tell us on the page.
mail-subject-escalated = Reminder: something is still late ({ $number })
mail-body-escalated =
    Something has been late for long, and what comes next depends on it.

    Number: { $number }

    Please look and tell us on the page how it stands.
