Feature: RFC 2018 sections 2 to 4: what a receiver reports
  An acknowledgment says up to where everything is there. What has come behind a gap it does not tell; so the receiver lists that in
  an option, block by block, if the sender has said that it understands it.

  Rule: Both ends say so in their SYNs
    @RFC2018/2-OFFER
    Scenario Outline: In <state>, the SYN permits selective acknowledgments
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      Then the endpoint's SYN names selective acknowledgments

      Examples:
        | state                             |
        | SYN-SENT                          |
        | SYN-RECEIVED after a passive open |

    @RFC7323/ONLY-IF-ASKED
    Scenario Outline: In <state>, a peer that has not said so gets no block
      Given a connection in <state>
      When data arrives inside the window
      Then the endpoint answers with what it expects next
      And that answer reports no block

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: A block is what has come behind a gap
    @RFC2018/3-HELD
    Scenario Outline: In <state>, what lies <place> is no block
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      And both ends have offered it
      When data arrives <place>
      Then the endpoint answers with <answer>
      And that answer reports no block

      Examples:
        | state                            | place               | answer                  |
        | ESTABLISHED after an active open | at the left edge    | an acknowledgment of it |
        | ESTABLISHED after a passive open | right of the window | what it expects next    |
        | FIN-WAIT-2                       | right of the window | what it expects next    |

    @RFC2018/3-HELD
    Scenario: In SYN-SENT, text that comes with the answer has come once, and is no block
      Given a peer that offers selective acknowledgments
      And a connection in SYN-SENT
      When a SYN and ACK with data arrives at any number, carrying leave to acknowledge selectively
      Then the endpoint answers with an acknowledgment of it
      And that answer reports no block

    @RFC2018/3-HELD
    Scenario Outline: In <state>, <segment> behind a gap makes no block that is none
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      And both ends have offered it
      When <segment> arrives inside the window
      Then the endpoint answers with what it expects next

      Examples:
        | state                            | segment        |
        | ESTABLISHED after an active open | a FIN          |
        | ESTABLISHED after a passive open | data and a FIN |

    @RFC2018/4-ALWAYS
    Scenario Outline: In <state>, what lies inside the window is one
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      And both ends have offered it
      When data arrives inside the window
      Then the endpoint answers with what it expects next
      And that answer reports what arrived

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | FIN-WAIT-2                       |

    @RFC2018/4-ALWAYS
    Scenario Outline: In <state>, data that the endpoint sends acknowledges as well, and reports it, too
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      And both ends have offered it
      And data arrives inside the window
      And the endpoint answers with what it expects next
      When the endpoint's application sends a lot of any data, and nobody answers
      Then its last segment reports what arrived

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC2018/3-ISOLATED
    Scenario: What touches is one block
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments but one, each twice, one after the answer to the other
      Then the endpoint reports blocks that nothing touches

  Rule: The latest block comes first
    @RFC2018/4-FIRST @RFC2018/3-HELD
    Scenario: The block of the segment that is answered is the first one
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint reports each of them in its first block, if it reports any

    @RFC2018/4-FIRST @needs:TCP_TIMESTAMPS
    Scenario: The same if the endpoint has opened the connection and has timestamps
      Given a peer that offers selective acknowledgments
      And a peer that offers timestamps
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint reports each of them in its first block, if it reports any

    @RFC2018/4-ALWAYS
    Scenario: Each segment behind a gap is answered with blocks
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint answers each of them with a report

    @RFC2018/4-MANY
    Scenario: There are as many blocks as fit
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint reports as many blocks as there is room for

    @RFC2018/4-MANY @needs:TCP_TIMESTAMPS
    Scenario: There are as many blocks as fit beside timestamps
      Given a peer that offers selective acknowledgments
      And a peer that offers timestamps
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint reports as many blocks as there is room for

    @RFC2018/4-REPEAT
    Scenario: Behind it come those that came first before
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      Then the endpoint reports again what it has reported last
