"""Groups analyses into stories: by likeness within a language, by names across languages, by an editor's word.

`group` is the whole stage; `read_register` and `registered` keep the ids of stories from run to run.
"""

from generator.group.register import Register, read_register, write_register
from generator.group.identity import registered
from generator.group.settings import GroupingSettings
from generator.group.stories import group

__all__ = ["GroupingSettings", "Register", "group", "read_register", "registered", "write_register"]
