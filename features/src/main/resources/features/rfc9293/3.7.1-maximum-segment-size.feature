Feature: RFC 9293 section 3.7.1: the Maximum Segment Size option
  Each side says in its SYN how large the segments may be that it is sent. Who says nothing gets small ones.

  Rule: A SYN says how large segments may be
    @RFC9293/SHLD-5
    Scenario Outline: The MSS is named if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      Then the endpoint's SYN names an MSS

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/SHLD-5
    Scenario Outline: In <state>, the MSS is named again when <what> is sent again
      Given a connection in <state>
      When the endpoint sends <what> again
      Then the endpoint's SYN names an MSS

      Examples:
        | state                                  | what                                  |
        | SYN-SENT                               | its SYN, without ACK and without data |
        | SYN-RECEIVED after a passive open      | its SYN and ACK                       |
        | SYN-RECEIVED after a simultaneous open | its SYN and ACK                       |

    @RFC9293/3.7.1-MTU
    Scenario Outline: The MSS is no larger than the link takes if the <opener> has opened the connection
      Given the endpoint and the peer are joined by a link for packets of any size from 576 octets on
      And a connection that the <opener> has opened, starting at any sequence number
      Then the endpoint's SYN names no larger MSS than its link takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: No segment is larger than the peer has said
    @RFC9293/MUST-16
    Scenario Outline: What is sent again is no larger, either, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with an MSS of any size
      When the endpoint's application sends any data in several pieces, and nobody answers
      Then the endpoint sends the data
      And the endpoint sends the data again
      And the endpoint never sends a segment larger than the peer takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-16 @needs:TCP_SACK
    Scenario Outline: Blocks count, too, where something of the peer's is missing: if the <opener> has opened the connection
      Given a peer that offers selective acknowledgments
      And a connection that the <opener> has opened, with an MSS of any size
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      And nothing else happens for three seconds
      And the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends the data
      And the endpoint never sends a segment larger than the peer takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-16 @needs:TCP_SACK @needs:TCP_TIMESTAMPS
    Scenario: The same beside timestamps
      Given a peer that offers selective acknowledgments
      And a peer that offers timestamps
      And a connection that the peer has opened, with an MSS of any size
      And both ends have offered it
      When the peer sends any data in small segments with gaps between them, one after the answer to the other
      And nothing else happens for three seconds
      And the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends the data
      And the endpoint never sends a segment larger than the peer takes

    @RFC9293/MUST-16
    Scenario Outline: Beside timestamps there is less room for what is sent again, too, if the <opener> has opened the connection
      Given a peer that offers timestamps
      And a connection that the <opener> has opened, with an MSS of any size
      When the endpoint's application sends any data in several pieces, and nobody answers
      Then the endpoint sends the data
      And the endpoint sends the data again
      And the endpoint never sends a segment larger than the peer takes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.7.1-ZERO
    Scenario: A peer that takes nothing at all does no harm
      Given a connection that the peer has opened, with an MSS of zero
      When a second client connects to the same port
      Then the second client gets its connection
