Feature: RFC 7323 section 2: window scale
  Sixteen bits say 65535 octets at most, which a fast and long way holds many times over. So both ends agree, in their SYNs, to
  count windows in larger units.

  Rule: Both ends say so in their SYNs
    @RFC7323/2.2-OFFER
    Scenario Outline: In <state>, the SYN offers to scale windows
      Given a peer that offers any window scale
      And a connection in <state>
      Then the endpoint's SYN names a window scale

      Examples:
        | state                             |
        | SYN-SENT                          |
        | SYN-RECEIVED after a passive open |

    @RFC7323/2.2-BOTH
    Scenario: Where the peer has not offered it, the endpoint's window is what it says
      Given a connection in ESTABLISHED after an active open
      Then the endpoint's window is not shifted

    @RFC7323/2.2-IGNORED
    Scenario: A window scale behind the SYN means nothing
      Given a connection in ESTABLISHED after a passive open
      When data arrives at the left edge, carrying any window scale
      Then the endpoint answers with an acknowledgment of it
      And the connection is ESTABLISHED

  Rule: The window of a SYN is not scaled
    @RFC7323/2.2-SYN
    Scenario: Of the window that the peer's SYN offers no more is used than it says
      Given a peer that offers a large window scale
      And a connection that the endpoint has opened, with a window of any size
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window

    @RFC7323/2.2-SYN
    Scenario: Nor of that of a SYN with ACK, when both have asked at once
      Given a peer that offers a large window scale
      And a connection that both have opened at once, with a window of any size
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window

  Rule: All other windows are
    @RFC7323/2.3-SCALED
    Scenario Outline: A window of a few units holds full segments, if the <opener> has opened the connection
      Given a peer that offers a large window scale
      And a connection that the <opener> has opened, with a scaled window
      And both ends have offered it
      When the peer opens its window
      And the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends a segment of 536 octets at least

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC7323/2.3-SCALED
    Scenario Outline: In <state>, what the endpoint offers is what it takes
      Given a peer that offers any window scale
      And a connection in <state>
      When the peer fills the endpoint's window, and the endpoint's application takes nothing
      Then the endpoint acknowledges as much as it has offered, and its window is closed

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC7323/2.3-SCALED @virtual-time
    Scenario Outline: All that fills a large window can be acknowledged at once, if the <opener> has opened the connection
      Given a peer that offers a large window scale
      And a connection that the <opener> has opened, with a scaled window
      And both ends have offered it
      And the peer opens its window beyond what sixteen bits can say
      And the endpoint's application sends a long stream in many pieces
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      When the endpoint's application sends a long stream in many pieces, and nobody answers
      And the peer acknowledges everything that arrives
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC7323/2.3-LIMIT
    Scenario Outline: A scale above 14 counts as 14, if the <opener> has opened the connection
      Given a peer that offers a window scale above 14
      And a connection that the <opener> has opened, with a scaled window
      And both ends have offered it
      When the endpoint's application sends any stream, more than the receiver has room for
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |
