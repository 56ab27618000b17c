# Runs "$@" in a process group of its own and ends that group when standard input closes. So whatever ends
# xtask, even kill -9, no process and no folder (GUARD_REMOVES) stays behind.
trap : TERM
exec 3<&0 </dev/null
# Again and again, since the first signal may come before there is anybody to hear it.
{ trap : TERM; read -r _ <&3; while kill -TERM 0; do sleep 0.2; done; } &
watch=$!
"$@" 3<&- &
child=$!
wait "$child" 2>/dev/null; status=$?
while kill -0 "$child" 2>/dev/null; do wait "$child" 2>/dev/null; status=$?; done
trap '' TERM
kill -KILL "$watch"
kill -TERM 0
[ -z "$GUARD_REMOVES" ] || rm -rf "$GUARD_REMOVES"
exit "$status"
