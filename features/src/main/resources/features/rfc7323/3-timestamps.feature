Feature: RFC 7323 sections 3 to 5: timestamps
  Each segment says when it was sent, and what the other side's clock said in the segment that it answers. So a sender learns how
  long the way is, and a receiver tells an old segment from a new one, even if it has the right number.

  Rule: Both ends have them in their SYNs
    @RFC7323/3.2-OFFER
    Scenario Outline: In <state>, the SYN has timestamps
      Given a peer that offers timestamps
      And a connection in <state>
      Then the endpoint's SYN names timestamps

      Examples:
        | state                             |
        | SYN-SENT                          |
        | SYN-RECEIVED after a passive open |

    @RFC7323/3.2-IGNORED
    Scenario Outline: In <state>, a timestamp that nobody has offered means nothing
      Given a connection in <state>
      When data arrives at the left edge, carrying any timestamp
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told of the new octets

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: Then every segment has them
    @RFC7323/3.2-MISSING
    Scenario Outline: In <state>, data without a timestamp is dropped without a word
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When data arrives at the left edge, carrying no timestamp
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

    @RFC7323/3.2-NO-ABORT
    Scenario Outline: In <way>, data without a timestamp ends nothing
      Given a peer that offers timestamps
      And a connection in <way>
      And both ends have offered it
      When data arrives at the left edge, carrying no timestamp
      Then the endpoint answers with nothing or an acknowledgment of it or what it expects next
      And the connection is <state>

      Examples:
        | way                              | state       |
        | ESTABLISHED after an active open | ESTABLISHED |
        | ESTABLISHED after a passive open | ESTABLISHED |
        | FIN-WAIT-2                       | FIN-WAIT-2  |

  Rule: The clock goes on as time does
    @RFC7323/4.1-CLOCK @patience
    Scenario Outline: What leaves seconds later has a later timestamp, if the <opener> has opened the connection
      Given a peer that offers timestamps
      And a connection that the <opener> has opened, starting at any sequence number
      And both ends have offered it
      And the peer answers late from now on
      When the endpoint's application sends a few octets every few seconds
      Then the endpoint has a timestamp clock that goes on as time does

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: The last one that came in order is echoed
    @RFC7323/4.3-ECHO
    Scenario Outline: After <segment> <place> the endpoint echoes <which>
      Given a peer that offers timestamps
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When <segment> arrives <place>, carrying a newer timestamp
      Then the endpoint answers with <answer>
      And that answer echoes <which>

      Examples:
        | segment           | place               | answer                  | which                                  |
        | data              | at the left edge    | an acknowledgment of it | the timestamp of what arrived          |
        | data              | inside the window   | what it expects next    | the timestamp of what arrived before   |
        | data              | right of the window | what it expects next    | the timestamp of what arrived before   |

  Rule: What is older than that is dropped
    @RFC7323/5.3-R1
    Scenario Outline: In <state>, <segment> with an older timestamp is dropped and answered
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When <segment> arrives at the left edge, carrying an older timestamp
      Then the endpoint answers with what it expects next
      And the endpoint's application is told nothing

      Examples:
        | state                            | segment |
        | ESTABLISHED after an active open | data    |
        | ESTABLISHED after a passive open | data    |
        | ESTABLISHED after a passive open | a FIN   |
        | FIN-WAIT-2                       | data    |

    @RFC7323/5.3-R1
    Scenario: What comes with an older timestamp beyond a gap is not kept
      Given a peer that offers timestamps
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When data arrives inside the window, carrying an older timestamp
      Then the endpoint answers with what it expects next
      And the connection is ESTABLISHED

    @RFC7323/5.3-EQUAL
    Scenario Outline: In <state>, the same timestamp as before is not old
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When data arrives at the left edge, carrying the same timestamp as before
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told of the new octets

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC7323/5.3-R1
    Scenario Outline: In <state>, what comes when the peer's clock has turned round is not old
      Given a peer that offers timestamps from a clock that is about to turn round
      And a connection in <state>
      And both ends have offered it
      When data arrives at the left edge, carrying a newer timestamp
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told of the new octets

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC7323/5.3-RST
    Scenario Outline: In <state>, a reset with an older timestamp ends the connection
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When a reset arrives at the left edge, carrying an older timestamp
      Then the endpoint answers with nothing
      And the endpoint's application is told that the connection was reset

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: Of several segments that are acknowledged together the first one has the echo
    @RFC7323/4.3-DELAYED
    Scenario Outline: In <state>, an acknowledgment that has waited echoes what it has waited since
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When the peer sends any small segments in pairs, the second of each a moment after the first
      Then the endpoint echoes the first timestamp of what it acknowledges together

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: After twenty-four days nobody knows what is old
    @RFC7323/5.5-OUTDATED @virtual-time
    Scenario Outline: In <state>, after a long silence data counts whatever its timestamp: <stamp>
      Given a peer that offers timestamps
      And a connection in <state>
      And both ends have offered it
      When nothing else happens for twenty-six days
      And data arrives at the left edge, carrying <stamp>
      Then the endpoint answers with an acknowledgment of it
      And that answer echoes the timestamp of what arrived
      And the endpoint's application is told of the new octets

      Examples:
        | state                            | stamp                |
        | ESTABLISHED after an active open | an older timestamp   |
        | ESTABLISHED after a passive open | an older timestamp   |
        | ESTABLISHED after a passive open | a newer timestamp    |
        | FIN-WAIT-2                       | an older timestamp   |
