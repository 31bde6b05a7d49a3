"""Groups analyses into stories: by likeness within a language, by names across languages, by an editor's word.

`group` is the whole stage; `read_register`, `registered` and `write_register` keep the ids of stories from run to run.
"""

from generator.group.explain import explain
from generator.group.identity import registered
from generator.group.memory import Memory
from generator.group.overrides import Overrides, read_overrides
from generator.group.register import Register, read_register, write_register
from generator.group.settings import GroupingSettings
from generator.group.stories import group

__all__ = [
    "GroupingSettings",
    "Memory",
    "Overrides",
    "Register",
    "explain",
    "group",
    "read_overrides",
    "read_register",
    "registered",
    "write_register",
]
