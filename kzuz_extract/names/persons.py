"""To come."""

from kzuz_extract.names.scene import Proposal, Scene


def propose(scene: Scene) -> list[Proposal]:
    return []
